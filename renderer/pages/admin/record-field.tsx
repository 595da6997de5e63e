import { Checkbox, MultiSelect, NumberInput, TagsInput } from '@mantine/core';
import { DateField } from '#renderer/components/date-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { FieldPlan, RecordValues } from '#renderer/pages/admin/record-form.ts';

/** One field of a record by its plan. */
export function RecordField(props: {
  field: FieldPlan;
  value: unknown;
  onChange: (value: unknown) => void;
  error?: string | undefined;
  /** Where a dialog begins: what it is about is typed at once. */
  first?: boolean;
  /** Of the whole record: what one field means may follow from another. */
  values?: RecordValues;
}) {
  const { field, value, onChange, error } = props;
  const common = useWords('common');
  const today = useClock().today();
  const clear = { 'aria-label': `${field.label}: ${common('clear')}` };
  switch (field.type) {
    case 'text':
      return (
        <TextField
          label={field.label}
          value={String(value ?? '')}
          onChange={onChange}
          error={error}
          hint={field.hint}
          required={field.required ?? false}
          autoFocus={props.first ?? false}
          {...(field.rows ? { rows: field.rows } : {})}
          {...(field.maxLength ? { maxLength: field.maxLength } : {})}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={field.label}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(next === '' ? null : Number(next))}
          allowDecimal={false}
          error={error ?? false}
          description={field.hint}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={field.label}
          description={field.hint}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'select':
      return (
        <SelectField
          label={field.label}
          value={(value as string | null) ?? null}
          choices={field.choices}
          onChange={onChange}
          error={error}
          search
          clearable={field.clearable ?? false}
        />
      );
    case 'many':
      return (
        <MultiSelect
          label={field.label}
          description={field.hint}
          value={(value as string[] | null) ?? []}
          data={[...field.choices]}
          onChange={onChange}
          error={error ?? false}
          searchable
          clearButtonProps={clear}
          comboboxProps={{ shadow: 'md' }}
        />
      );
    case 'date':
      return (
        <DateField
          label={field.label}
          value={(value as string | null) ?? null}
          onChange={onChange}
          today={today}
          error={error}
          required={field.required ?? false}
        />
      );
    case 'own':
      return field.render({ value, onChange, error, values: props.values ?? {} });
    case 'words':
      return (
        <TagsInput
          label={field.label}
          description={field.hint}
          value={(value as string[] | null) ?? []}
          onChange={onChange}
          error={error ?? false}
          clearButtonProps={clear}
        />
      );
  }
}
