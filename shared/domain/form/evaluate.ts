import { calculate } from '#shared/domain/form/calculate.ts';
import { conditionHolds } from '#shared/domain/form/condition-holds.ts';
import { fieldOrder } from '#shared/domain/form/field-order.ts';
import { type Form, type FormField, fieldsOf } from '#shared/domain/form/form.ts';
import { isBlank, ownValue } from '#shared/domain/form/json-value.ts';
import { normalValue, type ValuesMode } from '#shared/domain/form/normal-value.ts';

export interface Evaluated {
  /** What is shown, in the order of the form. */
  fields: FormField[];
  /** What stands in the fields shown, by key, calculated ones included. */
  values: ReadonlyMap<string, unknown>;
}

/**
 * Which fields are shown and what they hold: each field after those that it depends on, so that what is hidden counts for nobody.
 * Fields that wait for themselves are never shown.
 */
export function evaluate(form: Form, given: unknown, mode: ValuesMode): Evaluated {
  const shown = new Set<FormField>();
  const values = new Map<string, unknown>();
  const valueAt = (key: string): unknown => values.get(key);
  for (const field of fieldOrder(form).order) {
    if (field.when && !conditionHolds(field.when, valueAt)) continue;
    shown.add(field);
    const value =
      field.type === 'calculated'
        ? field.formula && calculate(field.formula, valueAt)
        : normalValue(field, ownValue(given, field.key), mode);
    if (value != null && (mode === 'draft' || !isBlank(value))) values.set(field.key, value);
  }
  return { fields: fieldsOf(form).filter((field) => shown.has(field)), values };
}
