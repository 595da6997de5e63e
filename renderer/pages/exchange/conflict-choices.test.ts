import { expect, test } from 'vitest';
import { decidedCount, ownValue, valuesOf } from '#renderer/pages/exchange/conflict-choices.ts';

const today = '2026-05-13';
const fields = [
  { field: 'dueDate', base: '2026-05-20', mine: '2026-05-12', theirs: '2026-05-15' },
  { field: 'amount', base: 100, mine: 200, theirs: null },
];

test('nothing is written while a field is undecided', () => {
  const choices = { dueDate: { side: 'mine' as const, text: '' } };
  expect(valuesOf(fields, choices, today)).toBeNull();
  expect(decidedCount(fields, choices, today)).toBe(1);
});

test('each side and an own wording give the value of the field', () => {
  const choices = { dueDate: { side: 'own', text: '14.5' }, amount: { side: 'theirs', text: '' } } as const;
  expect(valuesOf(fields, choices, today)).toEqual({ dueDate: '2026-05-14', amount: null });
});

test('a wording that is not understood counts as undecided', () => {
  const choices = { dueDate: { side: 'own', text: 'скоро' }, amount: { side: 'own', text: 'много' } } as const;
  expect(valuesOf(fields, choices, today)).toBeNull();
  expect(decidedCount(fields, choices, today)).toBe(0);
});

test('empty is nothing where the field may be empty, and no answer where it may not', () => {
  expect(ownValue('note', ' ', today)).toBeNull();
  expect(ownValue('subject', ' ', today)).toBeUndefined();
  expect(ownValue('date', '', today)).toBeUndefined();
  expect(ownValue('amount', '1 234,50', today)).toBe(123_450);
  expect(ownValue('counterpartyId', 'x', today)).toBeUndefined();
});
