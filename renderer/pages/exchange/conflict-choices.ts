import { parseMoney } from '#renderer/i18n/format/money.ts';
import { parseDate } from '#renderer/i18n/format/parse-date.ts';
import { numberOf } from '#renderer/pages/document/number-words.ts';
import type { DisputedField } from '#renderer/pages/exchange/disputed-fields.ts';

export type Side = 'mine' | 'theirs' | 'own';

/** What the person has chosen for one field; `text` is their own value as typed: a code or an id where one is picked, labels by lines. */
export interface Choice {
  side: Side;
  text: string;
}
export type Choices = Readonly<Record<string, Choice | undefined>>;

/** The choice of a field, or the one that follows by itself. */
export function choiceOf(field: DisputedField, choices: Choices): Choice | undefined {
  return choices[field.field] ?? (field.byItself ? { side: field.byItself, text: '' } : undefined);
}

/** A wording of one's own, as typed → the value of the field; undefined when it is not understood or may not stand there. */
export function ownValue(field: Pick<DisputedField, 'kind' | 'takes'>, text: string, today: string): unknown {
  const value = read(field.kind, text.trim(), today);
  return value !== undefined && field.takes(value) ? value : undefined;
}

function read(kind: DisputedField['kind'], typed: string, today: string): unknown {
  if (kind === 'choice') return undefined;
  if (typed === '') return kind === 'labels' ? [] : null;
  if (kind === 'labels') return typed.split('\n');
  // Of a yes and a no the codes are the words of JSON; no list of codes has those among its own.
  if (kind === 'option') return typed === 'true' || typed === 'false' ? typed === 'true' : typed;
  if (kind === 'money') return parseMoney(typed) ?? undefined;
  if (kind === 'number') return numberOf(typed) ?? undefined;
  return kind === 'date' ? (parseDate(typed, today) ?? undefined) : typed;
}

/** The values to be written, or null while a field is undecided or its wording is not understood. */
export function valuesOf(
  fields: readonly DisputedField[],
  choices: Choices,
  today: string,
): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const choice = choiceOf(field, choices);
    if (!choice) return null;
    const { mine, theirs } = field;
    const value =
      choice.side === 'mine' ? mine : choice.side === 'theirs' ? theirs : ownValue(field, choice.text, today);
    if (value === undefined && choice.side === 'own') return null;
    values[field.field] = value ?? null;
  }
  return values;
}

/** How many fields have been decided. */
export const decidedCount = (fields: readonly DisputedField[], choices: Choices, today: string): number =>
  fields.filter((one) => valuesOf([one], choices, today) !== null).length;
