import { expect, test } from 'vitest';
import { agendaGroups, mondayOf } from '#renderer/pages/contracts/agenda-groups.ts';
import type { AgendaLine } from '#shared/queries/contract.ts';

const line = (date: string, given: Partial<AgendaLine> = {}): AgendaLine => ({
  item: `key_date/${date}`,
  date,
  type: 'key_date',
  kind: 'expiry',
  title: '',
  amount: null,
  side: null,
  done: false,
  document: {
    id: 'c',
    kind: 'contract',
    number: null,
    date,
    subject: '',
    amount: null,
    currency: 'RUB',
    state: 'perform',
  },
  counterpartyName: null,
  ...given,
});
const today = '2026-05-13';
const keys = (lines: AgendaLine[], by: 'month' | 'week') => agendaGroups(lines, today, by).map((group) => group.key);

test('a week begins on Monday', () => {
  expect(mondayOf('2026-05-13')).toBe('2026-05-11');
  expect(mondayOf('2026-05-17')).toBe('2026-05-11');
  expect(mondayOf('2026-05-18')).toBe('2026-05-18');
});

test('what is overdue stands first, today is not overdue', () => {
  const lines = [line('2026-06-01'), line('2026-05-13'), line('2026-05-12'), line('2026-05-31')];
  expect(keys(lines, 'month')).toEqual(['overdue', '2026-05', '2026-06']);
  expect(keys(lines, 'week')).toEqual(['overdue', '2026-05-11', '2026-05-25', '2026-06-01']);
});

test('what is done or asks nothing any more is left out', () => {
  expect(keys([line('2026-06-01', { done: true }), line('2026-05-01', { kind: 'effective' })], 'month')).toEqual([]);
  expect(keys([line('2026-06-01', { kind: 'effective' })], 'month')).toEqual(['2026-06']);
});
