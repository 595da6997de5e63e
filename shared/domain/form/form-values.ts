import { evaluate } from '#shared/domain/form/evaluate.ts';
import type { Form } from '#shared/domain/form/form.ts';
import type { ValuesMode } from '#shared/domain/form/normal-value.ts';

/**
 * What is kept of the values given: those of fields that are shown, calculated ones computed anew, keys and columns that the form lacks
 * dropped. `draft` keeps blanks as they are being typed; `sent` trims texts and drops what is blank, rows of tables included. What does
 * not fit its field is kept: `valueProblems` names it.
 */
export function formValues(form: Form, values: unknown, mode: ValuesMode = 'sent'): Record<string, unknown> {
  const { fields, values: kept } = evaluate(form, values, mode);
  return Object.fromEntries(fields.flatMap(({ key }) => (kept.has(key) ? [[key, kept.get(key)]] : [])));
}
