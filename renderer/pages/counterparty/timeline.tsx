import { IconChecklist, IconMessage, IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { StatusGlyph } from '#renderer/components/status-glyph.tsx';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { formatMoney } from '#renderer/i18n/format/money.ts';
import { useFormats, useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/counterparty/together.module.css';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';
import { StateGlyph } from '#renderer/pages/ticket/ticket-state.tsx';
import type { DocumentState } from '#shared/domain/document.ts';
import type { TicketState } from '#shared/domain/service/ticket.ts';
import { type Happening, type HappeningType, happeningTypes } from '#shared/queries/relations.ts';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true, className: css['icon'] } as const;

/** Everything that has happened, by days, the newest first. `types`: the kinds it may be narrowed to. */
export function Timeline(props: {
  happenings: readonly Happening[];
  more: boolean;
  onMore: () => void;
  type: HappeningType | null;
  types?: readonly HappeningType[];
  onType: (type: HappeningType | null) => void;
}) {
  const t = useWords('relations');
  const { happenings, type, types = happeningTypes } = props;
  const days = Map.groupBy(happenings, (one) => one.date);
  return (
    <section aria-label={t('timeline')}>
      <h2 className={css['heading']}>{t('timeline')}</h2>
      <fieldset className={css['chips']}>
        <legend className="op-hidden">{t('timeline')}</legend>
        {[null, ...types].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className={css['chip']}
            aria-pressed={type === one}
            onClick={() => props.onType(one)}
          >
            {t(`type_${one ?? 'all'}`)}
          </button>
        ))}
      </fieldset>
      {happenings.length === 0 && <p className={css['none']}>{t('timelineNone')}</p>}
      {[...days].map(([date, lines]) => (
        <section key={date} className={css['day']} aria-label={formatDate(date)}>
          <h3 className={css['date']}>{formatDate(date)}</h3>
          <ul>
            {lines.map((one) => (
              <Line key={`${one.type}/${one.id}`} one={one} />
            ))}
          </ul>
        </section>
      ))}
      {props.more && (
        <p className={css['way']}>
          <LinkButton onClick={props.onMore}>{t('more')}</LinkButton>
        </p>
      )}
    </section>
  );
}

function Line({ one }: { one: Happening }) {
  const t = useWords('relations');
  const status = useWords('status');
  const kindOf = useKindWords();
  const counterparties = useWords('counterparties');
  const kind = one.kind ? kindOf({ ...one, kind: one.kind }) : t(`type_${one.type}`);
  const title = one.number ? `${one.number} · ${one.title}` : one.title;
  return (
    <li className={css['happening']}>
      {iconOf(one)}
      <span className="op-hidden">{kind} </span>
      {one.entity === 'counterparty' ? (
        <span className={css['title']} title={one.title}>
          {one.type === 'checks' && one.state
            ? `${one.title}: ${counterparties(`result_${one.state as 'clear' | 'risk' | 'refused'}`)}`
            : one.title}
        </span>
      ) : (
        <a className={css['title']} href={addressOf(one)} title={title}>
          {title}
        </a>
      )}
      <span className={css['who']}>{one.who}</span>
      <span className={css['sum']}>{one.amount === null ? '' : formatMoney(one.amount, one.currency ?? 'RUB')}</span>
      <span className={css['state']}>{stateOf(one, status)}</span>
    </li>
  );
}

function iconOf(one: Happening): ReactNode {
  if (one.type === 'files') return <IconPaperclip {...icon} />;
  if (one.type === 'talk') return <IconMessage {...icon} />;
  if (one.type === 'checks') return <IconChecklist {...icon} />;
  return <KindIcon kind={one.kind ?? 'application'} />;
}

const addressOf = (one: Happening): string =>
  one.entity === 'ticket'
    ? `#/tickets/${one.recordId}`
    : `#/documents/${one.recordId}${one.type === 'files' ? '?tab=files' : ''}`;

function stateOf(one: Happening, status: ReturnType<typeof useWords<'status'>>): ReactNode {
  if (one.state === null || one.type === 'checks') return null;
  if (one.entity === 'ticket') return <StateGlyph state={one.state as TicketState} />;
  const word = status(`state_${one.state as DocumentState}`);
  return (
    <span title={word}>
      <StatusGlyph status={one.state as DocumentState} />
      <span className="op-hidden">{word}</span>
    </span>
  );
}

/** How a day lies from today, for what is due. */
export function useDayWords() {
  const formats = useFormats();
  return (date: string, today: string): string => `${formatDate(date)}, ${formats.relativeDay(date, today)}`;
}
