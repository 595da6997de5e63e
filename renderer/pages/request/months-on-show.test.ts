import { expect, test } from 'vitest';
import { dayByKey, showing } from '#renderer/pages/request/months-on-show.ts';

test('the months stay while the chosen day is in sight', () => {
  expect(showing('2026-12-31', '2026-11-01')).toBe('2026-11-01');
  expect(showing('2026-11-01', '2026-11-01')).toBe('2026-11-01');
  expect(showing('2027-01-01', '2026-11-01')).toBe('2027-01-01');
  expect(showing('2026-10-31', '2026-11-01')).toBe('2026-10-01');
});

test('keys lead from day to day, over ends of months and years', () => {
  const from = (date: string, ...keys: string[]) => keys.map((key) => dayByKey(date, key));
  expect(from('2026-12-31', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown')).toEqual([
    '2026-12-30',
    '2027-01-01',
    '2026-12-24',
    '2027-01-07',
  ]);
  // A Sunday ends its week, a Monday begins it.
  expect(from('2026-11-29', 'Home', 'End')).toEqual(['2026-11-23', '2026-11-29']);
  expect(from('2026-11-23', 'Home', 'End')).toEqual(['2026-11-23', '2026-11-29']);
  expect(from('2027-01-31', 'PageUp', 'PageDown', 'a')).toEqual(['2026-12-31', '2027-02-28', null]);
});
