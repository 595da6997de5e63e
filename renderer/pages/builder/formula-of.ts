import { partsFor, productOf, referenceKey } from '#renderer/pages/builder/field-words.ts';
import { type Form, type Formula, fieldsOf, type Reference } from '#shared/domain/form/form.ts';

export const formulaKinds = ['sum', 'product', 'difference', 'days', 'leave_days'] as const;
export type FormulaKind = (typeof formulaKinds)[number];

/** A formula of a kind for the calculated field `own`, of the parts it had so far where they fit; null: the form has nothing to count. */
export function formulaOf(form: Form, own: string, kind: FormulaKind, of: readonly Reference[]): Formula | null {
  if (kind === 'days' || kind === 'leave_days') {
    const ranges = fieldsOf(form).filter((field) => field.type === 'date_range');
    const field = ranges.find((one) => one.key === of[0]?.field)?.key ?? ranges[0]?.key;
    return field === undefined ? null : { type: kind, field };
  }
  const parts = partsFor(form, own).map((one) => one.reference);
  const known = new Set(parts.map(referenceKey));
  const fitting = of.filter((one) => known.has(referenceKey(one)));
  const start = fitting[0] ?? parts[0];
  if (!start) return null;
  if (kind === 'difference') {
    const other = parts.find((one) => referenceKey(one) !== referenceKey(start));
    // With one thing to count it stands on both sides until the form has another.
    return { type: kind, of: [start, fitting[1] ?? other ?? start] };
  }
  const all = fitting.length > 0 ? fitting : [start];
  return kind === 'sum' ? { type: kind, of: all } : productOf(form, all);
}
