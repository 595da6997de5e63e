import { IconArrowBackUp, IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { IconButton } from '#renderer/components/icon-button.tsx';
import plain from '#renderer/components/plain-table.module.css';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/contract/contract.module.css';
import { standingGlyphs, standingOf } from '#renderer/pages/contract/obligation-standing.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { ObligationLine } from '#shared/queries/contract.ts';

type Row = RowOf<'obligation'>;
/** Further away the distance in days says less than the date. */
const NEAR = 99;
const icon = { size: 14, stroke: 1.6 } as const;

/** Obligations by the day they are due, with what can be done about each in its line. */
export function ObligationTable(props: {
  label: string;
  lines: readonly ObligationLine[];
  currency: string;
  locked: boolean;
  onEdit: (row: Row) => void;
  onSettle: (row: Row) => void;
  onArchive: (row: Row) => void;
}) {
  const t = useWords('contract');
  return (
    <table className={`${plain['table']} ${css['table']}`} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col" className={css['standing']}>
            {t('state')}
          </th>
          <th scope="col" className={css['due']}>
            {t('dueDate')}
          </th>
          <th scope="col">{t('what')}</th>
          <th scope="col" className={css['side']}>
            {t('who')}
          </th>
          <th scope="col" className={css['sum']}>
            {t('amount')}
          </th>
          <th scope="col" className={css['tools']}>
            <span className="op-hidden">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <Line key={line.row.id} line={line} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function Line(props: {
  line: ObligationLine;
  currency: string;
  locked: boolean;
  onEdit: (row: Row) => void;
  onSettle: (row: Row) => void;
  onArchive: (row: Row) => void;
}) {
  const { line, locked } = props;
  const { row, doneBy } = line;
  const t = useWords('contract');
  const formats = useFormats();
  const today = useClock().today();
  const standing = standingOf(line);
  const open = standing === 'planned' || standing === 'due' || standing === 'late';
  return (
    <tr data-standing={standing}>
      <td className={css['standing']}>
        <span className={css['entry']}>
          <StatusGlyph status={standingGlyphs[standing]} />
          {t(`state_${standing}`)}
          {row.doneOn && <span className={css['tag']}>{formatDate(row.doneOn)}</span>}
        </span>
      </td>
      <td className={css['due']}>
        {formatDate(row.dueDate)}
        {open && Math.abs(line.daysLeft) <= NEAR && (
          <span className={css['near']}>{formats.relativeDay(row.dueDate, today)}</span>
        )}
      </td>
      <td className={css['words']} title={row.note ? `${row.title}\n${row.note}` : row.title}>
        <span className={css['entry']}>
          <span className="op-ellipsis">{row.title}</span>
          {row.kind !== 'payment' && <span className={css['tag']}>{t(`${row.kind}Obligation`)}</span>}
          {doneBy && (
            <a className={css['tag']} href={`#/documents/${doneBy.id}`} title={doneBy.subject}>
              {doneBy.number ?? doneBy.subject}
            </a>
          )}
        </span>
      </td>
      <td className={css['side']}>{t(`side_${row.side}`)}</td>
      <td className={css['sum']}>{row.amount === null ? '' : formatMoney(row.amount, props.currency)}</td>
      <td className={css['tools']}>
        {!locked && (
          <span className={css['buttons']}>
            <IconButton
              label={t(open ? 'settle' : 'reopen', { title: row.title })}
              size={24}
              onClick={() => props.onSettle(row)}
            >
              {open ? <IconCheck {...icon} /> : <IconArrowBackUp {...icon} />}
            </IconButton>
            <IconButton label={t('edit', { title: row.title })} size={24} onClick={() => props.onEdit(row)}>
              <IconPencil {...icon} />
            </IconButton>
            <IconButton label={t('takeAway', { title: row.title })} size={24} onClick={() => props.onArchive(row)}>
              <IconTrash {...icon} />
            </IconButton>
          </span>
        )}
      </td>
    </tr>
  );
}
