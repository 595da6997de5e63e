import { type Millionths, millionths, numberOf, product } from '#shared/domain/form/decimal.ts';
import type { Formula, Reference } from '#shared/domain/form/form.ts';
import { type JsonRecord, ownValue, rowsOf } from '#shared/domain/form/json-value.ts';
import { leaveDays } from '#shared/domain/service/leave.ts';
import { daysBetween, isDate } from '#shared/lib/dates/dates.ts';

/** What stands in a field; undefined when nothing does or it is hidden. */
export type ValueAt = (field: string) => unknown;

/**
 * The result of a formula: kopecks, days or a number of six places. Null when there is nothing to calculate from: every part of a sum
 * is missing, or one part of a difference or of each product. A product over a table is rounded row by row, as on an invoice.
 */
export function calculate(formula: Formula, valueAt: ValueAt): number | null {
  switch (formula.type) {
    case 'sum':
      return result(total(formula.of.flatMap((part) => amounts(part, valueAt))));
    case 'difference': {
      const [from, less] = formula.of.map((part) => total(amounts(part, valueAt)));
      return from == null || less == null ? null : result(from - less);
    }
    case 'product':
      return result(total(products(formula, valueAt)));
    case 'days':
    case 'leave_days': {
      const range = rangeOf(valueAt(formula.field));
      if (!range) return null;
      return formula.type === 'days' ? daysBetween(range.from, range.to) + 1 : leaveDays(range.from, range.to);
    }
  }
}

const result = (sum: Millionths | null): number | null => (sum === null ? null : numberOf(sum));

const total = (amounts: readonly Millionths[]): Millionths | null =>
  amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0n);

function amounts(part: Reference, valueAt: ValueAt): Millionths[] {
  const { column } = part;
  const value = valueAt(part.field);
  const given = column === undefined ? [value] : rowsOf(value).map((row) => ownValue(row, column));
  return given.map(millionths).filter((amount) => amount !== null);
}

function products({ of, as }: Extract<Formula, { type: 'product' }>, valueAt: ValueAt): Millionths[] {
  const tables = new Set(of.filter((part) => part.column !== undefined).map((part) => part.field));
  if (tables.size > 1) return [];
  const [table] = tables;
  const rows: (JsonRecord | null)[] = table === undefined ? [null] : rowsOf(valueAt(table));
  return rows.flatMap((row) => {
    const factors = of
      .map((part) => millionths(part.column === undefined ? valueAt(part.field) : ownValue(row, part.column)))
      .filter((factor) => factor !== null);
    return factors.length < of.length ? [] : [product(factors, as === 'money' ? 'whole' : 'millionth')];
  });
}

/** A range with both ends in order; null otherwise. */
function rangeOf(value: unknown): { from: string; to: string } | null {
  const [from, to] = [ownValue(value, 'from'), ownValue(value, 'to')];
  if (typeof from !== 'string' || typeof to !== 'string' || !isDate(from) || !isDate(to)) return null;
  return from <= to ? { from, to } : null;
}
