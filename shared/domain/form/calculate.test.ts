import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculate } from './calculate.ts';
import type { Formula } from './form.ts';

const calculated = (formula: Formula, values: Record<string, unknown>) => calculate(formula, (key) => values[key]);
const [a, b, c] = [{ field: 'a' }, { field: 'b' }, { field: 'c' }];
const column = (key: string, field = 'rows') => ({ field, column: key });

test('a sum takes what is there; nothing there is no sum', () => {
  expect(calculated({ type: 'sum', of: [a, b, c] }, { a: 0.1, b: 0.2 })).toBe(0.3);
  expect(calculated({ type: 'sum', of: [a] }, {})).toBeNull();
  expect(calculated({ type: 'sum', of: [a] }, { a: '5' })).toBeNull();
  const rows = [{ price: 1_050 }, { name: 'без цены' }, { price: -50 }];
  expect(calculated({ type: 'sum', of: [column('price'), a] }, { rows, a: 1 })).toBe(1_001);
  expect(calculated({ type: 'sum', of: [column('price')] }, { rows: 'нет' })).toBeNull();
});

test('a difference needs both', () => {
  expect(calculated({ type: 'difference', of: [a, b] }, { a: 1, b: 0.7 })).toBe(0.3);
  expect(calculated({ type: 'difference', of: [a, b] }, { a: 1 })).toBeNull();
  expect(calculated({ type: 'difference', of: [a, b] }, { b: 1 })).toBeNull();
});

test('a product of money is rounded to kopecks, half away from zero; of numbers to six places', () => {
  const money: Formula = { type: 'product', of: [a, b], as: 'money' };
  expect(calculated(money, { a: 2.5, b: 333 })).toBe(833);
  expect(calculated(money, { a: -2.5, b: 333 })).toBe(-833);
  expect(calculated(money, { a: 1.005, b: 100 })).toBe(101);
  expect(calculated({ ...money, as: 'number' }, { a: 0.1, b: 0.000_005 })).toBe(0.000_001);
  expect(calculated(money, { a: 2 })).toBeNull();
});

test('a product over a table goes row by row, each rounded as on an invoice', () => {
  const rows = [{ count: 0.5, price: 333 }, { count: 0.5, price: 333 }, { count: 7 }, {}];
  const of = [column('count'), column('price')];
  expect(calculated({ type: 'product', of, as: 'money' }, { rows })).toBe(334);
  expect(calculated({ type: 'product', of: [...of, a], as: 'money' }, { rows, a: 2 })).toBe(666);
  expect(calculated({ type: 'product', of, as: 'money' }, { rows: [{}] })).toBeNull();
  expect(
    calculated(
      { type: 'product', of: [column('x', 'p'), column('x', 'q')], as: 'number' },
      { p: [{ x: 1 }], q: [{ x: 1 }] },
    ),
  ).toBeNull();
});

test('days of a range: both ends count; of leave without holidays (ст. 120 ТК РФ)', () => {
  const range = (from: unknown, to: unknown) => ({ a: { from, to } });
  expect(calculated({ type: 'days', field: 'a' }, range('2026-06-08', '2026-06-21'))).toBe(14);
  expect(calculated({ type: 'leave_days', field: 'a' }, range('2026-06-08', '2026-06-21'))).toBe(13);
  expect(calculated({ type: 'days', field: 'a' }, range('2026-06-08', '2026-06-08'))).toBe(1);
  for (const wrong of [
    range('2026-06-08', null),
    range('2026-06-08', '2026-06-01'),
    range('2026-02-30', '2026-03-01'),
    {},
  ])
    for (const type of ['days', 'leave_days'] as const) expect(calculated({ type, field: 'a' }, wrong)).toBeNull();
});

test('what is too large to be exact is no result', () => {
  const large = Number.MAX_SAFE_INTEGER;
  expect(calculated({ type: 'sum', of: [a] }, { a: large })).toBe(large);
  expect(calculated({ type: 'sum', of: [a, b] }, { a: large, b: 1 })).toBeNull();
  expect(calculated({ type: 'sum', of: [a, b, c] }, { a: large, b: 1, c: -1 })).toBe(large);
  expect(calculated({ type: 'product', of: [a, a], as: 'number' }, { a: large })).toBeNull();
  expect(calculated({ type: 'sum', of: [a] }, { a: Number.NaN })).toBeNull();
  expect(calculated({ type: 'sum', of: [a] }, { a: 1e300 })).toBeNull();
});

test('sums of kopecks are exact, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (amounts) => {
      const rows = amounts.map((price) => ({ price }));
      const exact = Number(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
      const formula: Formula = { type: 'sum', of: [column('price')] };
      expect(calculated(formula, { rows })).toBe(exact);
      expect(calculated(formula, { rows: rows.toReversed() })).toBe(exact);
    }),
  );
});

test('quantity times price agrees with whole-number arithmetic of thousandths', () => {
  const quantity = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(quantity, fc.integer({ min: 0, max: 1e9 }), (thousandths, price) => {
      const exact = (BigInt(thousandths) * BigInt(price) * 2n + 1_000n) / 2_000n;
      const values = { a: thousandths / 1_000, b: price };
      expect(calculated({ type: 'product', of: [a, b], as: 'money' }, values)).toBe(Number(exact));
    }),
  );
});
