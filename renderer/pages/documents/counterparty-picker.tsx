import { useState } from 'react';
import { SelectField } from '#renderer/components/select-field.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** «Сибирские технологии», ООО: the legal form goes after the name. */
export const partyTitle = (party: { name: string; legalForm: string | null }): string =>
  party.legalForm ? `${party.name}, ${party.legalForm}` : party.name;

/** Chooses a counterparty by the beginning of a word of its name or of its ИНН. */
export function CounterpartyPicker(props: {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | undefined;
}) {
  const t = useWords('documents');
  const [text, setText] = useState('');
  const { data: hints = [], current } = useQuery('counterparty.suggest', { text });
  const card = useQuery('counterparty.card', props.value ? { id: props.value } : null).data;
  // A merged record goes by the name of the one that stands for it.
  const chosen = card && { ...(card.mergedInto ?? card.counterparty), id: card.counterparty.id };
  const named = hints.map((hint) => ({
    value: hint.id,
    label: hint.inn ? `${partyTitle(hint)} · ${t('inn')} ${hint.inn}` : partyTitle(hint),
  }));
  // Until the answer comes, what was there before counts only as far as it has what is typed: a quick hand chooses nobody else.
  const choices = current ? named : named.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
  if (chosen && props.value === chosen.id && !choices.some((choice) => choice.value === chosen.id)) {
    choices.unshift({ value: chosen.id, label: partyTitle(chosen) });
  }
  return (
    <SelectField
      label={props.label}
      value={props.value}
      choices={choices}
      onChange={props.onChange}
      error={props.error}
      search
      pending={!current}
      clearable
      // The chosen name in the field is no question.
      onSearch={(typed) => setText(choices.some((choice) => choice.label === typed) ? '' : typed)}
    />
  );
}
