import { conditionHolds } from '#shared/domain/form/condition-holds.ts';
import { evaluate } from '#shared/domain/form/evaluate.ts';
import type { Form, FormField } from '#shared/domain/form/form.ts';
import { type JsonRecord, ownValue } from '#shared/domain/form/json-value.ts';

/** What is shown for these values, in the order of the form. Any JSON may come as values. */
export const visibleFields = (form: Form, values: unknown): FormField[] => evaluate(form, values, 'draft').fields;

/** Whether a field that is shown has to be filled in. `values` as `formValues` keeps them: those of hidden fields would count. */
export const isRequired = (field: FormField, values: JsonRecord): boolean =>
  field.required || (field.requiredWhen !== null && conditionHolds(field.requiredWhen, (key) => ownValue(values, key)));
