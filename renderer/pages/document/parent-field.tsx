import { useState } from 'react';
import { SelectField } from '#renderer/components/select-field.tsx';
import { runQuery } from '#renderer/data/core.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { newestFirst } from '#renderer/state/documents-register.ts';
import type { DocumentRow } from '#shared/domain/document.ts';

/** How many contracts are offered. */
const OFFERED = 20;

const titleOf = (row: { number: string | null; subject: string }): string =>
  row.number ? `${row.number} · ${row.subject}` : row.subject;

/** The contract that an amendment belongs to. `onParent` gets its row a moment later: what both share is not typed twice. */
export function ParentField(props: {
  label: string;
  value: string | null;
  /** Only contracts with this counterparty are offered. */
  counterpartyId: string | null;
  onChange: (id: string | null) => void;
  onParent: (parent: DocumentRow) => void;
}) {
  const [text, setText] = useState('');
  const { value, counterpartyId } = props;
  const list = useQuery('document.list', {
    filter: { kinds: ['contract'], ...(text ? { text } : {}), ...(counterpartyId ? { counterpartyId } : {}) },
    sort: newestFirst,
    start: 0,
    end: OFFERED,
  }).data;
  const chosen = useQuery('document.card', value ? { id: value } : null).data?.document;
  const choices = (list?.rows ?? []).map((row) => ({ value: row.id, label: titleOf(row) }));
  if (chosen && chosen.id === value && !choices.some((choice) => choice.value === chosen.id))
    choices.unshift({ value: chosen.id, label: titleOf(chosen) });
  const choose = (id: string | null) => {
    props.onChange(id);
    if (!id) return;
    runQuery('document.card', { id }).then((card) => card && props.onParent(card.document), console.error);
  };
  return (
    <SelectField
      label={props.label}
      value={value}
      choices={choices}
      onChange={choose}
      search
      clearable
      onSearch={(typed) => setText(choices.some((choice) => choice.label === typed) ? '' : typed)}
    />
  );
}
