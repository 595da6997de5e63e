import type { FieldType, FormField, Formula, Reference } from '#shared/domain/form/form.ts';

export type NumberType = 'number' | 'money';
export type Fields = ReadonlyMap<string, FormField>;

/** Whether a formula gives a number or kopecks; null when its first part is neither or goes round in a ring. */
export function formulaType(fields: Fields, formula: Formula | null, seen = new Set<Formula>()): NumberType | null {
  if (!formula || seen.has(formula)) return null;
  if (formula.type === 'product') return formula.as;
  if (formula.type === 'days' || formula.type === 'leave_days') return 'number';
  return referenceType(fields, formula.of[0], seen.add(formula));
}

/** Whether what a formula refers to is a number or kopecks; null when it is neither or is not there. */
export function referenceType(fields: Fields, part: Reference | undefined, seen?: Set<Formula>): NumberType | null {
  const field = part && fields.get(part.field);
  if (!field) return null;
  if (part.column === undefined)
    return field.type === 'calculated' ? formulaType(fields, field.formula, seen) : numberType(field.type);
  const column = field.type === 'table' ? field.columns.find(({ key }) => key === part.column) : undefined;
  return column ? numberType(column.type) : null;
}

/** What a field holds: a calculated one a number or money. */
export const heldType = (fields: Fields, field: FormField): Exclude<FieldType, 'calculated'> =>
  field.type === 'calculated' ? (formulaType(fields, field.formula) ?? 'number') : field.type;

const numberType = (type: FieldType): NumberType | null => (type === 'number' || type === 'money' ? type : null);
