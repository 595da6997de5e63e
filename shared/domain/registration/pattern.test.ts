import { expect, test } from 'vitest';
import { kindIndex, numberOf, patternFault } from '#shared/domain/registration/pattern.ts';
import { firstNumberIn, periodOf } from '#shared/domain/registration/period.ts';

const parts = { journal: 'ВХ', branch: 'МСК', case: '01-12', kind: 'Вх', date: '2026-03-09', seq: 42 };

test.each([
  ['{journal}-{branch}/{yyyy}-{seq:5}', 'ВХ-МСК/2026-00042'],
  ['{case}/{seq}-{mm}.{yy}', '01-12/42-03.26'],
  ['{seq:1} {kind}', '42 Вх'],
])('%s makes %s', (pattern, number) => {
  expect(patternFault(pattern)).toBe(null);
  expect(numberOf(pattern, parts)).toBe(number);
});

test('an empty part leaves no separator at the beginning; a long number is never cut', () => {
  expect(numberOf('{journal}-{seq}', { ...parts, journal: '' })).toBe('42');
  expect(numberOf('{seq:2}', { ...parts, seq: 12345 })).toBe('12345');
});

test.each([
  ['{journal}', 'seq'],
  ['{seq}{day}', 'token'],
  ['{seq', 'token'],
  ['', 'seq'],
] as const)('«%s» does not do', (pattern, fault) => {
  expect(patternFault(pattern)).toBe(fault);
});

test('a day lies in one period, and the first number of a period is the journal’s own only where it says so', () => {
  expect((['year', 'quarter', 'month', 'none'] as const).map((one) => periodOf(one, '2026-12-31'))).toEqual([
    ...['2026', '2026-Q4', '2026-12', '-'],
  ]);
  expect(firstNumberIn({ startsAt: 7, startsIn: '2026' }, '2026')).toBe(7);
  expect(firstNumberIn({ startsAt: 7, startsIn: '2026' }, '2027')).toBe(1);
  expect(firstNumberIn({ startsAt: 7, startsIn: null }, '2027')).toBe(7);
});

test.each([
  ['incoming', null, 'Вх'],
  ['memo', 'Командировка', 'СЗ'],
  ['custom', 'Акт сверки', 'АС'],
  ['custom', ' «рекламация» ', 'Р'],
  ['custom', 'О том, о сём и ещё об одном', 'ОТОС'],
  ['custom', null, ''],
])('%s, called %s, is «%s» inside numbers', (kind, label, index) => {
  expect(kindIndex(kind, label)).toBe(index);
});
