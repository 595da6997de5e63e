import { MultiSelect, TagsInput } from '@mantine/core';
import { DateField } from '#renderer/components/date-field.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { numberOf, numberWords } from '#renderer/pages/document/number-words.ts';
import { CounterpartyPicker } from '#renderer/pages/documents/counterparty-picker.tsx';
import type { DraftCondition } from '#renderer/pages/documents/filter/draft.ts';
import css from '#renderer/pages/documents/filter/filter.module.css';
import type { FilterField } from '#renderer/pages/documents/filter/use-filter-fields.ts';

interface ValueProps {
  draft: DraftCondition;
  field: FilterField;
  error: string | undefined;
  onChange: (draft: DraftCondition) => void;
}

/** What a condition is compared with, as its field and its comparison ask for it. */
export function ConditionValue({ draft, field, error, onChange }: ValueProps) {
  const t = useWords('register');
  const yesNo = useWords('contract');
  switch (draft.op) {
    case 'contains':
    case 'lacks':
    case 'is':
      if (field.type === 'flag')
        return (
          <SelectField
            label={t('value')}
            value={String(draft.value)}
            choices={['true', 'false'].map((value) => ({ value, label: yesNo(value === 'true' ? 'yes' : 'no') }))}
            onChange={(value) => onChange({ ...draft, value: value === 'true' })}
          />
        );
      return (
        <TextField
          label={t('value')}
          value={typeof draft.value === 'string' ? draft.value : ''}
          onChange={(value) => onChange({ ...draft, value })}
          maxLength={500}
          error={error}
        />
      );
    case 'in':
    case 'not_in':
      return <Several {...{ draft, field, error, onChange }} />;
    case 'between':
      return <Span {...{ draft, field, error, onChange }} />;
    case 'past':
    case 'next':
    case 'before':
      return (
        <div className={css['days']}>
          <TextField
            label={t('days')}
            value={draft.days === undefined ? '' : String(draft.days)}
            onChange={(typed) => {
              const digits = typed.replace(/\D/g, '').slice(0, 5);
              onChange({ ...draft, days: digits === '' ? undefined : Math.min(36_500, Number(digits)) });
            }}
            error={error}
          />
        </div>
      );
    default:
      return null;
  }
}

function Several({ draft, field, error, onChange }: ValueProps) {
  const t = useWords('register');
  const grid = useWords('grid');
  const common = useWords('common');
  const chosen = (Array.isArray(draft.value) ? draft.value : []).map(String);
  const shared = {
    label: t('values'),
    value: chosen,
    onChange: (value: string[]) => onChange({ ...draft, value }),
    error: error ?? false,
    clearable: true,
    clearButtonProps: { 'aria-label': `${t('values')}: ${common('clear')}` },
    comboboxProps: { shadow: 'md' as const },
  };
  if (field.type === 'party')
    return (
      <CounterpartyPicker
        label={t('value')}
        value={chosen[0] ?? null}
        onChange={(id) => onChange({ ...draft, value: id === null ? [] : [id] })}
        error={error}
      />
    );
  if (field.choices.length === 0) return <TagsInput {...shared} />;
  // A value that is offered no more stays chosen, and is seen.
  const lost = chosen.filter((value) => !field.choices.some((one) => one.value === value));
  return (
    <MultiSelect
      {...shared}
      data={[...field.choices, ...lost.map((value) => ({ value, label: value }))]}
      searchable
      hidePickedOptions
      limit={100}
      nothingFoundMessage={grid('nothing')}
    />
  );
}

function Span({ draft, field, error, onChange }: ValueProps) {
  const t = useWords('register');
  const today = useClock().today();
  const bound = (side: 'from' | 'to') => {
    const value = draft[side] ?? null;
    const change = (next: string | number | null) => onChange({ ...draft, [side]: next });
    const isDay = field.type === 'date' || field.type === 'instant';
    const label = t(isDay ? side : side === 'from' ? 'least' : 'most');
    const told = side === 'from' ? error : undefined;
    if (field.type === 'money')
      return (
        <MoneyField label={label} value={typeof value === 'number' ? value : null} onChange={change} error={told} />
      );
    if (field.type === 'number')
      return (
        <TextField
          label={label}
          value={typeof value === 'number' ? numberWords(value) : ''}
          onChange={(typed) => change(typed.trim() === '' ? null : (numberOf(typed) ?? value))}
          error={told}
        />
      );
    return (
      <DateField
        label={label}
        today={today}
        value={typeof value === 'string' ? value : null}
        onChange={change}
        error={told}
      />
    );
  };
  return (
    <div className={css['span']}>
      {bound('from')}
      {bound('to')}
    </div>
  );
}
