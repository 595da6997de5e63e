import { IconBuilding } from '@tabler/icons-react';
import { memo } from 'react';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import lines from '#renderer/components/line-list.module.css';
import { StatusLabel } from '#renderer/components/status.tsx';
import { useDirectory } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { Marked } from '#renderer/pages/search/marked.tsx';
import css from '#renderer/pages/search/results.module.css';
import type { DocumentKind } from '#shared/domain/document.ts';
import type { FoundRow, MarkedFragment } from '#shared/queries/search.ts';

export const resultId = (id: string): string => `found-${id}`;

export interface ResultRowProps {
  row: FoundRow;
  index: number;
  total: number;
  top: number;
  cursor: boolean;
  onStand: (index: number) => void;
  onOpen: (index: number, newWindow: boolean) => void;
}

/** One result: what it is, its facts, and where else the words stand. */
export const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  const { row, index } = props;
  return (
    // The list has the focus and names this row as its active one; the keys are the list's.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      role="option"
      id={resultId(row.id)}
      aria-selected={props.cursor}
      aria-setsize={props.total}
      aria-posinset={index + 1}
      className={`${lines['row']} ${css['row']}`}
      data-cursor={props.cursor || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => props.onStand(index)}
      onDoubleClick={(event) => props.onOpen(index, event.ctrlKey || event.metaKey)}
    >
      <Words row={row} />
    </div>
  );
});

/** They depend on the row alone: moving the cursor draws none of them anew. */
const Words = memo(function Words({ row }: { row: FoundRow }) {
  const t = useWords('search');
  const [main, ...others] = row.fragments;
  return (
    <>
      <span className={css['icon']}>
        {row.entity === 'counterparty' ? (
          <IconBuilding size={18} stroke={1.5} aria-hidden="true" />
        ) : (
          <KindIcon kind={row.kind as DocumentKind} size={18} />
        )}
      </span>
      <span className={css['words']}>
        <span className={css['head']}>
          <span className={css['title']} title={row.title}>
            <Marked text={row.title} marks={row.titleMarks} />
          </span>
          {row.archived && <span className={css['quiet']}>{t('archived')}</span>}
          {row.entity === 'document' && row.state && <StatusLabel status={row.state} />}
        </span>
        <Facts row={row} />
        <span className={css['fragments']}>
          {main && <Fragment of={main} />}
          {others.map((one) => (
            <Fragment key={one.from} of={one} />
          ))}
        </span>
      </span>
    </>
  );
});

function Facts({ row }: { row: FoundRow }) {
  const t = useWords('search');
  const status = useWords('status');
  const documents = useWords('documents');
  const kindOf = useKindWords();
  const { branchOf } = useDirectory();
  const party = row.entity === 'counterparty';
  const ticket = row.entity === 'ticket' && t('ticket');
  const kind = party
    ? status(`party_${row.kind as 'legal'}`)
    : ticket || kindOf({ kind: row.kind as DocumentKind, kindLabel: row.kindLabel, kindLabelEn: row.kindLabelEn });
  const city = branchOf(row.branchId)?.city;
  return (
    <span className={css['facts']}>
      <span>{kind}</span>
      {!party && (
        <span className="op-figures">
          {row.number ? <Marked text={row.number} marks={row.numberMarks} /> : status('noNumber')}
        </span>
      )}
      {row.date && <span className="op-figures">{formatDate(row.date)}</span>}
      {row.inn && (
        <span className="op-figures">
          {documents('inn')} {row.inn}
        </span>
      )}
      {row.counterparty && (
        <span className="op-ellipsis">
          <Marked text={row.counterparty} marks={row.counterpartyMarks} />
        </span>
      )}
      {row.amount !== null && <span className="op-figures">{formatMoney(row.amount, row.currency)}</span>}
      {city && <span className={css['city']}>{city}</span>}
    </span>
  );
}

function Fragment({ of }: { of: MarkedFragment }) {
  const t = useWords('search');
  const where = of.from === 'content' ? t('in_content', { name: of.file?.name ?? '' }) : t(`in_${of.from}`);
  return (
    <span className={css['fragment']} title={of.text}>
      <span className={css['where']}>{where}</span> <Marked text={of.text} marks={of.marks} />
    </span>
  );
}
