import { expect, test } from 'vitest';
import { periodWords, simpleWords } from '#renderer/pages/form-fields/value-words.ts';

test('a period names its year once, a day is told once', () => {
  expect(periodWords('2026-06-15', '2026-06-28')).toBe('15.06 – 28.06.2026');
  expect(periodWords('2026-12-28', '2027-01-10')).toBe('28.12.2026 – 10.01.2027');
  expect(periodWords('2026-06-15', '2026-06-15')).toBe('15.06.2026');
  expect(periodWords('2026-06-15', null)).toBe('');
});

test('values are written as their type is, what is not there is not', () => {
  expect(simpleWords('money', 1234567)).toBe('12\u00a0345,67\u00a0₽');
  expect(simpleWords('number', 1234.5)).toBe('1\u00a0234,5');
  expect(simpleWords('date', '2026-06-15')).toBe('15.06.2026');
  expect(simpleWords('date_range', { from: '2026-06-15', to: '2026-06-28' })).toBe('15.06 – 28.06.2026');
  expect(simpleWords('text', 'как есть')).toBe('как есть');
  expect(simpleWords('text', undefined)).toBe('');
});
