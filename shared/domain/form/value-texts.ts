import { heldType } from '#shared/domain/form/calculated-type.ts';
import { evaluate } from '#shared/domain/form/evaluate.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import { type FieldType, type Form, fieldsOf } from '#shared/domain/form/form.ts';

/** A value that somebody reads: `type` tells how it is written. */
export interface ValueText {
  key: string;
  label: string;
  type: Exclude<FieldType, 'calculated'>;
  value: unknown;
}

/** Every field of the form, those that are empty or hidden with null: a template may ask for any of them. */
export function formTexts(form: Form, values: unknown): ValueText[] {
  const filled = new Map(valueTexts(form, values).map((one) => [one.key, one]));
  const byKey = fieldsByKey(form);
  return fieldsOf(form).map(
    (field) =>
      filled.get(field.key) ?? { key: field.key, label: field.label, type: heldType(byKey, field), value: null },
  );
}

/** What is filled in and shown, in the order of the form: for print forms, histories and the search. Calculated values are numbers or money. */
export function valueTexts(form: Form, values: unknown): ValueText[] {
  const { fields, values: kept } = evaluate(form, values, 'sent');
  const byKey = fieldsByKey(form);
  return fields.flatMap((field) => {
    const value = kept.get(field.key);
    return value === undefined ? [] : [{ key: field.key, label: field.label, type: heldType(byKey, field), value }];
  });
}
