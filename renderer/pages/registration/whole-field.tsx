import { NumberInput } from '@mantine/core';

/** A whole number; an empty field is no number. */
export function WholeField(props: {
  label: string;
  value: unknown;
  onChange: (value: number | null) => void;
  error?: string | undefined;
  hint?: string;
}) {
  return (
    <NumberInput
      label={props.label}
      description={props.hint}
      value={typeof props.value === 'number' ? props.value : ''}
      onChange={(next) => props.onChange(next === '' ? null : Number(next))}
      allowDecimal={false}
      error={props.error ?? false}
    />
  );
}

/** Whether it is a whole number between two, both included. */
export const isWhole = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && from <= value && value <= to;
