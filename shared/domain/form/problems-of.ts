import { sixPlaces } from '#shared/domain/form/decimal.ts';
import type { FormField } from '#shared/domain/form/form.ts';
import { isBlank, isRecord, ownValue } from '#shared/domain/form/json-value.ts';
import { isFileValue, misfit, type SimpleType, valueLimits } from '#shared/domain/form/misfit.ts';

/**
 * length: more than any form takes; minimum, maximum: of the field's own; order: a range that ends before it begins; unknown: nothing
 * of the form.
 */
export const valueProblemKinds = [
  'required',
  'type',
  'choice',
  'length',
  'minimum',
  'maximum',
  'order',
  'unknown',
] as const;

export interface ValueProblem {
  field: string;
  column?: string;
  /** Index of the row of a table, the file or the item of a checklist. */
  row?: number;
  problem: (typeof valueProblemKinds)[number];
  /** The bound that is not kept: kopecks, a number, letters or entries. */
  limit?: number;
}

/** What is wrong with the value of one field that is shown. */
export function problemsOf(field: FormField, value: unknown, required: boolean): ValueProblem[] {
  const { key, type } = field;
  if (type === 'calculated') return typeof value === 'number' ? outside(field, value) : [];
  if (isBlank(value)) return required ? [{ field: key, problem: 'required' }] : [];
  if (type === 'date_range') return rangeProblems(key, value);
  if (type === 'choices' || type === 'file' || type === 'table' || type === 'checklist') {
    if (!Array.isArray(value)) return [{ field: key, problem: 'type' }];
    if (type === 'choices') return choicesProblems(field, value);
    if (type === 'file') return filesProblems(field, value);
    return type === 'table' ? tableProblems(field, value) : checklistProblems(field, value, required);
  }
  const problems = cellProblems(type, field.options, value).map((problem) => ({ field: key, ...problem }));
  if (problems.length > 0) return problems;
  if (type === 'flag') return required && value !== true ? [{ field: key, problem: 'required' }] : [];
  if (typeof value === 'number') return outside(field, value);
  return type === 'text' || type === 'long_text' ? outside(field, String(value).trim().length) : [];
}

function cellProblems(
  type: SimpleType,
  options: readonly string[],
  value: unknown,
): Pick<ValueProblem, 'problem' | 'limit'>[] {
  // Blanks around a text are dropped when it is sent.
  const problem = misfit(type, options, typeof value === 'string' && type.endsWith('text') ? value.trim() : value);
  if (problem !== 'length') return problem ? [{ problem }] : [];
  return [{ problem, limit: type === 'long_text' ? valueLimits.longText : valueLimits.text }];
}

function outside({ key, minimum, maximum }: FormField, value: number): ValueProblem[] {
  if (minimum !== null && sixPlaces(value) < sixPlaces(minimum))
    return [{ field: key, problem: 'minimum', limit: minimum }];
  if (maximum !== null && sixPlaces(value) > sixPlaces(maximum))
    return [{ field: key, problem: 'maximum', limit: maximum }];
  return [];
}

function rangeProblems(field: string, value: unknown): ValueProblem[] {
  const ends = [ownValue(value, 'from'), ownValue(value, 'to')];
  if (!isRecord(value) || ends.some((end) => !isBlank(end) && misfit('date', [], end)))
    return [{ field, problem: 'type' }];
  // Half a range is no range: the other end is asked for even where the field may stay empty.
  if (ends.some((end) => isBlank(end))) return [{ field, problem: 'required' }];
  return String(ends[1]) < String(ends[0]) ? [{ field, problem: 'order' }] : [];
}

function choicesProblems(field: FormField, chosen: readonly unknown[]): ValueProblem[] {
  if (chosen.some((one) => typeof one !== 'string')) return [{ field: field.key, problem: 'type' }];
  if (chosen.some((one) => misfit('choice', field.options, one))) return [{ field: field.key, problem: 'choice' }];
  return outside(field, chosen.length);
}

function filesProblems(field: FormField, files: readonly unknown[]): ValueProblem[] {
  if (files.length > valueLimits.files) return [{ field: field.key, problem: 'length', limit: valueLimits.files }];
  const wrong = files.flatMap((file, row): ValueProblem[] =>
    isFileValue(file) ? [] : [{ field: field.key, row, problem: 'type' }],
  );
  return wrong.length > 0 ? wrong : outside(field, files.length);
}

function tableProblems(field: FormField, rows: readonly unknown[]): ValueProblem[] {
  const filled = rows.filter((row) => !isBlank(row)).length;
  if (filled > valueLimits.rows) return [{ field: field.key, problem: 'length', limit: valueLimits.rows }];
  const wrong = rows.flatMap((row, at) => (isBlank(row) ? [] : rowProblems(field, row, at)));
  return [...wrong, ...outside(field, filled)];
}

function rowProblems({ key, columns }: FormField, cells: unknown, row: number): ValueProblem[] {
  if (!isRecord(cells)) return [{ field: key, row, problem: 'type' }];
  return columns.flatMap(({ key: column, type, required, options }): ValueProblem[] => {
    const value = ownValue(cells, column);
    if (isBlank(value)) return required ? [{ field: key, column, row, problem: 'required' }] : [];
    return cellProblems(type, options, value).map((problem) => ({ field: key, column, row, ...problem }));
  });
}

/** A demanded checklist is one with everything ticked; then rows are those of the items. */
function checklistProblems({ key, items }: FormField, entries: readonly unknown[], required: boolean): ValueProblem[] {
  const wrong = entries.flatMap((entry, row): ValueProblem[] => {
    if (typeof ownValue(entry, 'done') !== 'boolean') return [{ field: key, row, problem: 'type' }];
    return misfit('choice', items, ownValue(entry, 'text')) ? [{ field: key, row, problem: 'choice' }] : [];
  });
  if (wrong.length > 0 || !required) return wrong;
  const done = new Set(entries.filter((entry) => ownValue(entry, 'done') === true).map((one) => ownValue(one, 'text')));
  return items.flatMap((item, row): ValueProblem[] =>
    done.has(item) ? [] : [{ field: key, row, problem: 'required' }],
  );
}
