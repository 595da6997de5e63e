import { describe, expect, test } from 'vitest';
import { gather } from '#electron/core/recovery/entries.ts';
import type { Salvaged, SalvagedEntry } from '#electron/core/recovery/salvage.ts';
import type { JournalEntry } from '#electron/core/store/journal/entry.ts';

const day = 24 * 60 * 60_000;
const year = 365 * day;
const today = 1_780_000_000_000;

const entry = (n: number, id: string, occurredAt: number): JournalEntry => ({
  ...{ id, n, client: 'c', name: 'comment.add', v: 1, args: {}, argsHash: '', about: null, stripped: false },
  occurredAt,
});
const decided = (one: JournalEntry, daysAgo: number): SalvagedEntry => ({
  ...one,
  ...{ state: 'accepted', decidedAt: today - daysAgo * day, dismissed: false },
});
const waiting = (one: JournalEntry): SalvagedEntry => ({
  ...one,
  ...{ state: 'waiting', decidedAt: null, dismissed: false },
});
const salvagedOf = (entries: SalvagedEntry[]): Salvaged => ({
  ...{ state: 'whole', unreadable: 0, session: undefined },
  entries,
});
const idsOf = (journal: JournalEntry[], salvaged: Salvaged, now = today): string[] =>
  gather(journal, salvaged, now).entries.map(({ id }) => id);

describe('what is told again', () => {
  const salvaged = salvagedOf([
    decided(entry(1, 'long-ago', today - 40 * day), 40),
    decided(entry(2, 'entered under a clock of ten years before', today - 10 * year), 2),
    decided(entry(3, 'entered under a clock of ten years later', today + 10 * year), 40),
    decided(entry(4, 'lately', today - 2 * day), 2),
    { ...decided(entry(5, 'nobody knows when', today - 40 * day), 0), decidedAt: null },
    waiting(entry(6, 'unsent', today)),
  ]);

  test.each([
    ['as it should be', today],
    ['ten years ahead', today + 10 * year],
  ])('is what was decided lately by the clock of the centre; here it stands %s', (_clock, now) => {
    const told = ['entered under a clock of ten years before', 'lately', 'nobody knows when', 'unsent'];
    expect(idsOf([], salvaged, now)).toEqual(told);
  });
});

test('the order is that of entering, whatever clocks and numbers were', () => {
  const first = entry(7, 'before a rescue', today - 3 * day);
  const back = entry(1, 'with the clock set back', today - 10 * year);
  const last = entry(3, 'last', today);
  const hidden = waiting(entry(2, 'torn out of the journal', today - 10 * year));
  const salvaged = salvagedOf([waiting(back), hidden, waiting(last)]);
  const order = ['before a rescue', 'with the clock set back', 'torn out of the journal', 'last'];
  expect(idsOf([first, back, last], salvaged)).toEqual(order);
  expect(idsOf([], salvaged)).toEqual(order.slice(1));
  expect(idsOf([first, back, last], salvagedOf([]))).toEqual([order[0], order[1], order[3]]);
});
