import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/dialogs.module.css';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';
import { StateGlyph } from '#renderer/pages/ticket/ticket-state.tsx';
import { isOpen } from '#shared/domain/service/ticket.ts';
import { anyTicket } from '#shared/queries/ticket.ts';

export interface PickedTicket {
  id: string;
  number: string | null;
  title: string;
}

const OFFERED = 8;

/** Another ticket: those of the same requester first, or any that the words find. */
export function TicketPicker(props: {
  facts: TicketFacts;
  label: string;
  chosen: PickedTicket | null;
  onChoose: (ticket: PickedTicket) => void;
  openOnly: boolean;
  error?: string | undefined;
}) {
  const { facts, openOnly } = props;
  const t = useWords('queues');
  const clock = useClock();
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), 150);
  const states = openOnly ? (['open', 'working', 'waiting'] as const) : null;
  const found = useQuery(
    'ticket.list',
    typed
      ? {
          filter: { ...anyTicket, text: typed, states: states && [...states] },
          sort: 'occurredAt',
          descending: true,
          offset: 0,
          limit: OFFERED + 1,
        }
      : null,
  ).data?.rows;
  const own = facts.others.filter((one) => !openOnly || (isOpen(one.state) && one.state !== 'approval'));
  const rows = (typed ? (found ?? []) : own).filter((one) => one.id !== facts.ticket.id).slice(0, OFFERED);
  return (
    <>
      <TextField
        label={props.label}
        value={text}
        onChange={setText}
        hint={t('pickHint')}
        error={props.error}
        autoComplete="off"
        autoFocus
      />
      <fieldset className={css['found']}>
        <legend className="op-hidden">{t('pickFound')}</legend>
        {rows.map((row) => (
          <label key={row.id} className={css['row']} data-chosen={props.chosen?.id === row.id || undefined}>
            <input
              type="radio"
              name="ticket"
              className="op-hidden"
              checked={props.chosen?.id === row.id}
              onChange={() => props.onChoose({ id: row.id, number: row.number, title: row.title })}
            />
            <StateGlyph state={row.state} />
            <span className={css['number']}>{row.number ?? t('noNumber')}</span>
            <span className="op-ellipsis">{row.title}</span>
            <span className={css['day']}>{formatDate(clock.date(row.occurredAt))}</span>
          </label>
        ))}
        {rows.length === 0 && <p className={css['lead']}>{t(typed ? 'pickNothing' : 'pickNone')}</p>}
      </fieldset>
    </>
  );
}
