import { expect, test } from 'vitest';
import { daysInMonth, firstOfMonth, monthAfter } from '#renderer/pages/request/months.ts';

test('months follow each other over the end of a year', () => {
  expect(firstOfMonth('2026-05-13')).toBe('2026-05-01');
  expect(monthAfter('2026-11-01', 1)).toBe('2026-12-01');
  expect(monthAfter('2026-11-01', 2)).toBe('2027-01-01');
  expect(monthAfter('2026-01-01', -1)).toBe('2025-12-01');
});

test('February is as long as its year says', () => {
  expect([daysInMonth('2026-02-10'), daysInMonth('2028-02-10'), daysInMonth('2026-12-01')]).toEqual([28, 29, 31]);
});
