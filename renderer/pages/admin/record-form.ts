import type { ReactNode } from 'react';
import { sameValue } from '#shared/lib/canonical.ts';

/** One field of a record that an administrator fills in. Values are JSON as the commands take it. */
export type FieldPlan = {
  name: string;
  label: string;
  required?: boolean;
  hint?: string;
} & (
  | { type: 'text'; rows?: number; maxLength?: number }
  | { type: 'number' }
  | { type: 'flag' }
  | { type: 'select'; choices: readonly { value: string; label: string }[]; clearable?: boolean }
  | { type: 'many'; choices: readonly { value: string; label: string }[] }
  | { type: 'words' }
  | { type: 'date' }
  | {
      type: 'own';
      /** What a new record begins with. */
      empty: unknown;
      /** Why it cannot be saved yet, as a sentence; the others' values may count. */
      fault?: (value: unknown, values: RecordValues) => string | null;
      render: (field: {
        value: unknown;
        onChange: (value: unknown) => void;
        error: string | undefined;
        values: RecordValues;
      }) => ReactNode;
    }
);

export type RecordValues = Record<string, unknown>;

/** What a new record begins with. */
export function emptyValues(fields: readonly FieldPlan[]): RecordValues {
  const empty = { text: '', number: 0, flag: false, select: null, many: [], words: [], date: null };
  return Object.fromEntries(
    fields.map((field) => [field.name, field.type === 'own' ? field.empty : empty[field.type]]),
  );
}

/** The fields of a stored row as they stand in the form: no value of a text is an empty one. */
export const valuesOf = (fields: readonly FieldPlan[], row: RecordValues): RecordValues =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      row[field.name] ?? (field.type === 'text' ? '' : emptyValues([field])[field.name]),
    ]),
  );

/** The values as a command takes them; an optional text that is empty is null. */
export const sentValues = (fields: readonly FieldPlan[], values: RecordValues): RecordValues =>
  Object.fromEntries(
    fields.map((field) => {
      const value = values[field.name];
      if (field.type !== 'text') return [field.name, value];
      const text = String(value ?? '').trim();
      return [field.name, text === '' && !field.required ? null : text];
    }),
  );

/** Only what differs from what the person saw, and what they saw there. */
export function editOf(fields: readonly FieldPlan[], row: RecordValues, values: RecordValues) {
  const wanted = sentValues(fields, values);
  const changed = fields
    .map((field) => field.name)
    .filter((name) => !sameValue(wanted[name] ?? null, row[name] ?? null));
  return {
    patch: Object.fromEntries(changed.map((name) => [name, wanted[name] ?? null])),
    base: Object.fromEntries(changed.map((name) => [name, row[name] ?? null])),
  };
}

/** Names of the required fields that are empty. */
export const missingOf = (fields: readonly FieldPlan[], values: RecordValues): string[] =>
  fields
    .filter((field) => (field.required && isEmpty(values[field.name])) || faultOf(field, values) !== null)
    .map((field) => field.name);

/** What a field of its own kind has against its value. */
export const faultOf = (field: FieldPlan, values: RecordValues): string | null =>
  field.type === 'own' ? (field.fault?.(values[field.name], values) ?? null) : null;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0);
