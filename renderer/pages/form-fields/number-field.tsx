import { type ReactNode, useEffect, useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { numberOf, numberWords } from '#renderer/pages/document/number-words.ts';

/** A number as people type it; what is no number stays as typed and is told by the form's check. */
export function NumberField(props: {
  label: string;
  value: unknown;
  onChange: (value: number | string | null) => void;
  error?: string | undefined;
  hint?: ReactNode;
  required?: boolean;
}) {
  const { label, value, onChange, error, hint, required = false } = props;
  const written = typeof value === 'number' ? numberWords(value) : typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped((text) => (numberOf(text) === value ? text : written)), [value, written]);
  return (
    <TextField
      {...{ label, error, hint, required }}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? null : (numberOf(text) ?? text));
      }}
      onBlur={() => setTyped(written)}
    />
  );
}
