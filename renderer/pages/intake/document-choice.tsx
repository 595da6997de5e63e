import { useState } from 'react';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useKindWords } from '#renderer/pages/documents/use-kind-words.ts';

const SHOWN = 20;

/** A document found by words of it, newest first. */
export function DocumentChoice({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useWords('intake');
  const kindOf = useKindWords();
  const [text, setText] = useState('');
  const filter = text.trim() === '' ? {} : { text };
  const sort = { column: 'createdAt' as const, direction: 'desc' as const };
  const rows = useQuery('document.list', { filter, sort, start: 0, end: SHOWN }).data?.rows ?? [];
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  const found = rows.map((row) => ({
    value: row.id,
    label: [row.number ?? kindOf(row), formatDate(row.date), row.subject].join(' · ').slice(0, 120),
  }));
  // The chosen one stays in the list whatever is typed next.
  const choices = picked && !found.some((one) => one.value === picked.value) ? [picked, ...found] : found;
  return (
    <SelectField
      label={t('document')}
      value={value}
      choices={choices}
      placeholder={t('documentHint')}
      search
      onSearch={(typed) => typed !== picked?.label && setText(typed)}
      onChange={(id) => {
        setPicked(choices.find((one) => one.value === id) ?? null);
        onChange(id);
      }}
    />
  );
}
