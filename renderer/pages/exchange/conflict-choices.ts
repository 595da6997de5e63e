import { parseMoney } from '#renderer/i18n/format/money.ts';
import { parseDate } from '#renderer/i18n/format/parse-date.ts';
import { type FieldKind, fieldKind } from '#renderer/pages/exchange/field-kind.ts';

export type Side = 'mine' | 'theirs' | 'own';

export interface DisputedField {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/** What the person has chosen for one field; `text` is their own wording as typed. */
export interface Choice {
  side: Side;
  text: string;
}
export type Choices = Readonly<Record<string, Choice | undefined>>;

/** A wording of one's own, as typed → the value of the field; undefined when it is not understood. */
export function ownValue(field: string, text: string, today: string): unknown {
  const kind: FieldKind = fieldKind(field);
  const typed = text.trim();
  if (kind === 'money') return typed === '' ? null : (parseMoney(typed) ?? undefined);
  if (kind === 'date')
    return typed === '' ? (field === 'dueDate' ? null : undefined) : (parseDate(typed, today) ?? undefined);
  if (kind !== 'text') return undefined;
  if (typed !== '') return typed;
  return field === 'subject' || field === 'name' || field === 'account' ? undefined : null;
}

/** The values to be written, or null while a field is undecided or its wording is not understood. */
export function valuesOf(
  fields: readonly DisputedField[],
  choices: Choices,
  today: string,
): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  for (const { field, mine, theirs } of fields) {
    const choice = choices[field];
    if (!choice) return null;
    const value =
      choice.side === 'mine' ? mine : choice.side === 'theirs' ? theirs : ownValue(field, choice.text, today);
    if (value === undefined) return null;
    values[field] = value ?? null;
  }
  return values;
}

/** How many fields have been decided. */
export const decidedCount = (fields: readonly DisputedField[], choices: Choices, today: string): number =>
  fields.filter((one) => valuesOf([one], choices, today) !== null).length;
