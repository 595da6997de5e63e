import { heldType } from '#shared/domain/form/calculated-type.ts';
import { evaluate } from '#shared/domain/form/evaluate.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { FieldType, Form } from '#shared/domain/form/form.ts';

/** A value that somebody reads: `type` tells how it is written. */
export interface ValueText {
  key: string;
  label: string;
  type: Exclude<FieldType, 'calculated'>;
  value: unknown;
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
