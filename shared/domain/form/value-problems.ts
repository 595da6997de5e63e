import { evaluate } from '#shared/domain/form/evaluate.ts';
import { fieldsByKey } from '#shared/domain/form/field-order.ts';
import type { Form } from '#shared/domain/form/form.ts';
import { isBlank, isRecord, ownValue } from '#shared/domain/form/json-value.ts';
import { problemsOf, type ValueProblem } from '#shared/domain/form/problems-of.ts';
import { isRequired } from '#shared/domain/form/visible-fields.ts';

/**
 * What keeps values from being sent, in the order of the form; rows are counted as given. Of hidden fields nothing is said, since
 * `formValues` drops them; it drops what is `unknown` as well.
 */
export function valueProblems(form: Form, given: unknown): ValueProblem[] {
  const { fields, values } = evaluate(form, given, 'draft');
  const kept = Object.fromEntries(values);
  const problems = fields.flatMap((field) => problemsOf(field, values.get(field.key), isRequired(field, kept)));
  const columns = fields.flatMap((field): ValueProblem[] => {
    const rows = field.type === 'table' ? ownValue(given, field.key) : [];
    return Array.isArray(rows) ? rows.flatMap((row, at) => unknownColumns(field.key, field.columns, row, at)) : [];
  });
  return [...problems, ...columns, ...unknownFields(form, given)];
}

function unknownColumns(
  field: string,
  columns: readonly { key: string }[],
  cells: unknown,
  row: number,
): ValueProblem[] {
  if (!isRecord(cells)) return [];
  const unknown = Object.keys(cells).filter(
    (key) => !columns.some((column) => column.key === key) && !isBlank(cells[key]),
  );
  return unknown.map((column) => ({ field, column, row, problem: 'unknown' }));
}

function unknownFields(form: Form, given: unknown): ValueProblem[] {
  if (!isRecord(given)) return [];
  const known = fieldsByKey(form);
  const unknown = Object.keys(given).filter((key) => !known.has(key) && !isBlank(given[key]));
  return unknown.map((field) => ({ field, problem: 'unknown' }));
}
