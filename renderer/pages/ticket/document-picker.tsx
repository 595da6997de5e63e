import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/ticket/dialogs.module.css';
import type { PickedTicket } from '#renderer/pages/ticket/ticket-picker.tsx';
import { newestFirst } from '#renderer/state/documents-register.ts';

const OFFERED = 8;

/** A document by its words; the newest while nothing is typed. */
export function DocumentPicker(props: {
  label: string;
  chosen: PickedTicket | null;
  onChoose: (document: PickedTicket) => void;
  error?: string | undefined;
}) {
  const t = useWords('queues');
  const status = useWords('status');
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), 150);
  const rows = useQuery('document.list', {
    filter: typed ? { text: typed } : {},
    sort: newestFirst,
    start: 0,
    end: OFFERED,
  }).data?.rows;
  return (
    <>
      <TextField
        label={props.label}
        value={text}
        onChange={setText}
        hint={t('pickHint')}
        error={props.error}
        autoComplete="off"
      />
      <fieldset className={css['found']}>
        <legend className="op-hidden">{t('pickFound')}</legend>
        {rows?.map((row) => (
          <label key={row.id} className={css['row']} data-chosen={props.chosen?.id === row.id || undefined}>
            <input
              type="radio"
              name="document"
              className="op-hidden"
              checked={props.chosen?.id === row.id}
              onChange={() => props.onChoose({ id: row.id, number: row.number, title: row.subject })}
            />
            <KindIcon kind={row.kind} />
            <span className={css['number']}>{row.number ?? status('noNumber')}</span>
            <span className="op-ellipsis">{row.subject}</span>
            <span className={css['day']}>{formatDate(row.date)}</span>
          </label>
        ))}
        {rows?.length === 0 && <p className={css['lead']}>{t('pickNothing')}</p>}
      </fieldset>
    </>
  );
}
