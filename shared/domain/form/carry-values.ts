import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { Form, FormField } from '#shared/domain/form/form.ts';
import { formValues } from '#shared/domain/form/form-values.ts';
import { isBlank, isRecord, type JsonRecord, ownValue } from '#shared/domain/form/json-value.ts';
import { misfit } from '#shared/domain/form/misfit.ts';
import { problemsOf } from '#shared/domain/form/problems-of.ts';

/**
 * A draft begun under one version as it opens under another: what still fits stays, of a table the columns, of a checklist and of choices
 * the entries that are still there. A value over a new limit stays too, for its owner to see. Draft values, as `formValues` gives them.
 */
export function carryValues(values: unknown, before: Form, after: Form): Record<string, unknown> {
  const old = fieldsByKey(before);
  const carried = [...fieldsByKey(after).values()].flatMap((field) => {
    const was = old.get(field.key);
    const value = was && carriedValue(ownValue(values, field.key), was, field);
    return value == null ? [] : [[field.key, value] as const];
  });
  return formValues(after, Object.fromEntries(carried), 'draft');
}

function carriedValue(value: unknown, was: FormField, field: FormField): unknown {
  if (isBlank(value)) return null;
  const adapted = was.type === field.type ? adapt(value, was, field) : translated(value, was, field);
  const unfit = problemsOf(field, adapted, false).some(({ problem }) => problem === 'type' || problem === 'choice');
  return unfit ? null : adapted;
}

/** What means the same in another type: an option is a text and a text may be an option; the number 5 is not five kopecks. */
function translated(value: unknown, was: FormField, field: FormField): unknown {
  if (was.type === 'choice' && field.type === 'choices') return [value];
  return texts.includes(was.type) && texts.includes(field.type) ? value : null;
}

const texts: readonly FormField['type'][] = ['text', 'long_text', 'choice'];

function adapt(value: unknown, was: FormField, field: FormField): unknown {
  if (!Array.isArray(value)) return value;
  if (field.type === 'choices') return value.filter((one) => !misfit('choice', field.options, one));
  if (field.type === 'checklist')
    return field.items.map((text) => ({ text, done: value.some((one) => isTicked(one, text)) }));
  return field.type === 'table' ? value.filter(isRecord).map((row) => carriedRow(row, was, field)) : value;
}

const isTicked = (entry: unknown, text: string): boolean =>
  ownValue(entry, 'text') === text && ownValue(entry, 'done') === true;

function carriedRow(row: JsonRecord, was: FormField, field: FormField): JsonRecord {
  const kept = field.columns.flatMap(({ key, type, options }) => {
    const value = ownValue(row, key);
    const same = was.columns.some((column) => column.key === key && column.type === type);
    return same && !misfit(type, options, value) ? [[key, value] as const] : [];
  });
  return Object.fromEntries(kept);
}
