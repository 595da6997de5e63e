import { heldType } from '#shared/domain/form/calculated-type.ts';
import { evaluate } from '#shared/domain/form/evaluate.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import { type Form, referencesOf } from '#shared/domain/form/form.ts';
import { problemsOf } from '#shared/domain/form/problems-of.ts';
import type { ValueByType } from '#shared/domain/form/value-types.ts';

/**
 * The amount, the counterparty, the dates of a request: the first value of a type that is as its field wants it, calculated ones
 * included. What only goes into a calculated value of the same type comes after that: a total is the amount, not the price it is made of.
 */
export function firstOfType<T extends keyof ValueByType>(form: Form, values: unknown, type: T): ValueByType[T] | null {
  const byKey = fieldsByKey(form);
  const { fields, values: kept } = evaluate(form, values, 'sent');
  const held = fields.filter((field) => kept.has(field.key) && heldType(byKey, field) === type);
  const parts = new Set(
    held
      .flatMap((field) => (field.type === 'calculated' && field.formula ? referencesOf(field.formula) : []))
      .filter((part) => part.column === undefined)
      .map((part) => part.field),
  );
  const fitting = held.filter((field) => problemsOf(field, kept.get(field.key), false).length === 0);
  const first = fitting.find((field) => !parts.has(field.key)) ?? fitting[0];
  return first ? (kept.get(first.key) as ValueByType[T]) : null;
}
