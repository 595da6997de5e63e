import type { ProblemList } from '#shared/formats/problem.ts';
import type { TransferLine, TransferTotals } from '#shared/formats/universal-transfer/records.ts';
import { vatOf, vatRule } from '#shared/formats/universal-transfer/vat.ts';
import { readKopecks } from '#shared/formats/values.ts';

/** Each row is rounded once by whoever wrote it, so one kopeck of difference is no difference. */
const ROUNDING = 1;

const checkVat = (row: TransferLine, problems: ProblemList): void => {
  if (row.vatRate === null) return;
  const rule = vatRule(row.vatRate);
  if (rule.rule === 'unknown') {
    problems.once(row.vatRate, 'VAT_RATE_UNKNOWN', row.line, { position: row.position, rate: row.vatRate });
    return;
  }
  const stated = row.vatSum ?? 0;
  const expected =
    rule.rule === 'none' ? 0 : row.sumWithoutVat === null ? null : vatOf(rule, row.sumWithoutVat, row.sum);
  if (expected === null || Math.abs(stated - expected) <= ROUNDING) return;
  const params = { position: row.position, rate: row.vatRate, stated, expected, difference: stated - expected };
  problems.warn('LINE_VAT_DIFFERS', row.line, params);
};

const checkSums = (row: TransferLine, problems: ProblemList): void => {
  const { position, sumWithoutVat, sum } = row;
  if (sumWithoutVat === null || sum === null) return;
  // At an inside rate (20/120) an advance has no net sum of its own: files repeat the gross there.
  const inside = row.vatRate !== null && ['inside', 'agent'].includes(vatRule(row.vatRate).rule);
  const expected = sumWithoutVat + (row.vatSum ?? 0);
  if (inside || Math.abs(sum - expected) <= ROUNDING) return;
  problems.warn('LINE_TOTAL_DIFFERS', row.line, { position, stated: sum, expected, difference: sum - expected });
};

/** quantity × price in kopecks, exact; null when a number is not plain or too long to be multiplied exactly. */
const product = (quantity: string, price: string): number | null => {
  const digits = (text: string) => text.replace('.', '');
  const places = (text: string) => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);
  const scale = 10n ** BigInt(places(quantity) + places(price));
  const kopecks = (BigInt(digits(quantity)) * BigInt(digits(price)) * 200n + scale) / (scale * 2n);
  const value = Number(kopecks);
  return Number.isSafeInteger(value) ? value : null;
};

const checkPrice = (row: TransferLine, problems: ProblemList): void => {
  if (row.quantity === null || row.price === null || row.sumWithoutVat === null) return;
  if (row.quantity.startsWith('-') || row.price.startsWith('-')) return;
  const expected = product(row.quantity, row.price);
  // A price rounded to kopecks may be off by half a kopeck for every unit sold.
  const units = readKopecks(row.quantity.replace(/(\.\d{2}).*$/, '$1'));
  if (expected === null || units === null) return;
  const tolerance = ROUNDING + Math.ceil(units / 200);
  const difference = row.sumWithoutVat - expected;
  if (Math.abs(difference) <= tolerance) return;
  const params = { position: row.position, stated: row.sumWithoutVat, expected, difference };
  problems.warn('LINE_PRICE_DIFFERS', row.line, params);
};

const checkTotal = (
  field: 'sumWithoutVat' | 'vatSum' | 'sum',
  lines: readonly TransferLine[],
  totals: TransferTotals,
  problems: ProblemList,
): void => {
  const stated = totals[field];
  if (stated === null) return;
  let counted = 0;
  for (const row of lines) {
    // A dash in VAT is nothing to add; a dash in a sum makes the column impossible to add up.
    if (row[field] === null && field !== 'vatSum') return;
    counted += row[field] ?? 0;
  }
  if (counted === stated) return;
  problems.warn('TOTAL_DIFFERS', totals.line, { field, stated, counted, difference: stated - counted });
};

/** Checks the table: VAT by rate, sum = net + VAT, net = quantity × price, totals = rows. */
export const checkTable = (
  lines: readonly TransferLine[],
  totals: TransferTotals | null,
  problems: ProblemList,
): void => {
  for (const row of lines) {
    checkVat(row, problems);
    checkSums(row, problems);
    checkPrice(row, problems);
  }
  if (!totals) return;
  for (const field of ['sumWithoutVat', 'vatSum', 'sum'] as const) checkTotal(field, lines, totals, problems);
};
