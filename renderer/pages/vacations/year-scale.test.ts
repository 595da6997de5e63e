import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#renderer/i18n/format/dates.ts';
import { dayAt, daysOf, monthsOf, placeOf, restOf, spanOf } from '#renderer/pages/vacations/year-scale.ts';

test('a year and a quarter have their days', () => {
  expect(spanOf(2026, 'year', 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(spanOf(2026, 'quarter', 6)).toEqual({ from: '2026-06-01', to: '2026-08-31' });
  expect(daysOf(spanOf(2028, 'year', 1))).toBe(366);
});

test('what begins before and ends after is cut at the edges; what lies outside has no place', () => {
  const span = spanOf(2026, 'quarter', 6);
  expect(placeOf({ from: '2026-05-20', to: '2026-06-02' }, span)).toEqual({ left: 0, width: 2 / 92 });
  expect(placeOf({ from: '2026-08-31', to: '2026-09-10' }, span)).toEqual({ left: 91 / 92, width: 1 / 92 });
  expect(placeOf({ from: '2026-09-01', to: '2026-09-10' }, span)).toBeNull();
});

test('the day under the pointer is the day that is drawn there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), (day) => {
      const span = spanOf(2026, 'year', 1);
      const date = addDays(span.from, day);
      const place = placeOf({ from: date, to: date }, span);
      expect(dayAt((place?.left ?? 0) + (place?.width ?? 0) / 2, span)).toBe(date);
    }),
  );
});

test('months fill the width', () => {
  const months = monthsOf(spanOf(2026, 'year', 1));
  expect(months).toHaveLength(12);
  expect(months.reduce((sum, month) => sum + month.width, 0)).toBeCloseTo(1);
});

test('a holiday beside a weekend makes one run with it', () => {
  const span = { from: '2026-06-08', to: '2026-06-14' };
  expect(restOf(span, ['2026-06-12'])).toEqual([{ from: '2026-06-12', to: '2026-06-14' }]);
});
