import { Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { DateField } from '#renderer/components/date-field.tsx';
import { MoneyField } from '#renderer/components/money-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClock } from '#renderer/data/directory.tsx';
import type { Definition } from '#renderer/pages/document/form-values.ts';
import { numberOf, numberWords } from '#renderer/pages/document/number-words.ts';

interface CustomFieldProps {
  definition: Definition;
  value: unknown;
  onChange: (value: unknown) => void;
  error: string | undefined;
}

/** One of the company's own fields, as its type wants to be filled in. */
export function CustomField({ definition, value, onChange, error }: CustomFieldProps) {
  const today = useClock().today();
  const { label, required, type } = definition;
  switch (type) {
    case 'date':
      return (
        <DateField
          label={label}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          today={today}
          error={error}
          required={required}
        />
      );
    case 'money':
      return (
        <MoneyField label={label} value={typeof value === 'number' ? value : null} onChange={onChange} error={error} />
      );
    case 'flag':
      return (
        <Checkbox
          label={label}
          checked={value === true}
          error={error}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <SelectField
          label={label}
          value={typeof value === 'string' ? value : null}
          choices={definition.options.map((option) => ({ value: option, label: option }))}
          onChange={onChange}
          error={error}
          clearable={!required}
        />
      );
    case 'number':
      return <NumberField definition={definition} value={value} onChange={onChange} error={error} />;
    default:
      return (
        <TextField
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
          error={error}
          required={required}
        />
      );
  }
}

/** A number as people type it; what is no number stays as typed and is told by the form's check. */
function NumberField({ definition, value, onChange, error }: CustomFieldProps) {
  const written = typeof value === 'number' ? numberWords(value) : typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped((text) => (numberOf(text) === value ? text : written)), [value, written]);
  return (
    <TextField
      label={definition.label}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? null : (numberOf(text) ?? text));
      }}
      onBlur={() => setTyped(written)}
      error={error}
      required={definition.required}
    />
  );
}
