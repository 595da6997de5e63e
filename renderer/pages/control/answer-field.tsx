import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import css from '#renderer/pages/control/control.module.css';
import { newestFirst } from '#renderer/state/documents-register.ts';

/** How many documents are offered at once. */
const OFFERED = 12;
/** Milliseconds of rest before what was typed is looked for. */
const REST = 120;

/** The document that answers this one, found by its number or words. */
export function AnswerField(props: {
  documentId: string;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useWords('control');
  const status = useWords('status');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), REST);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // What is shown in the field itself is no words to look for.
  const typed = asked === chosen?.label ? '' : asked;
  const filter = typed ? { text: typed } : { kinds: ['outgoing' as const, 'letter' as const] };
  const found = useQuery('document.list', { filter, sort: newestFirst, start: 0, end: OFFERED + 1 });
  const choices = (found.data?.rows ?? [])
    .filter((row) => row.id !== props.documentId && row.id !== chosen?.value)
    .slice(0, OFFERED)
    .map((row) => ({
      value: row.id,
      label: `${row.number ?? status('noNumber')}, ${formatDate(row.date)}: ${row.subject}`.slice(0, 120),
    }));
  const all = chosen ? [chosen, ...choices] : choices;
  return (
    <div>
      <SelectField
        label={t('answer')}
        value={props.value}
        choices={all}
        onChange={(id) => {
          setChosen(all.find((one) => one.value === id) ?? null);
          props.onChange(id);
        }}
        onSearch={setText}
        search
        clearable
      />
      <p className={css['hint']}>{t('answerHint')}</p>
    </div>
  );
}
