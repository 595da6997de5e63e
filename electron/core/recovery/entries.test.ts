import { expect, test } from 'vitest';
import { gather } from '#electron/core/recovery/entries.ts';
import type { Salvaged } from '#electron/core/recovery/salvage.ts';

const day = 24 * 60 * 60_000;
const today = 1_780_000_000_000;
const entry = (id: string, daysAgo: number, state: 'waiting' | 'accepted') => ({
  ...{ id, n: 1, client: 'c', name: 'comment.add', v: 1, args: {}, argsHash: '', about: null, stripped: false },
  ...{ occurredAt: today - daysAgo * day, state },
});
const salvaged = {
  ...{ state: 'whole', unreadable: 0, session: undefined },
  entries: [entry('long-ago', 40, 'accepted'), entry('lately', 2, 'accepted'), entry('unsent', 0, 'waiting')],
} as unknown as Salvaged;

test.each([
  ['as it should be', today],
  ['ten years ahead', today + 3_650 * day],
])('what was confirmed lately is told again, what was confirmed long ago is not: a clock %s', (_clock, now) => {
  expect(gather([], salvaged, now).entries.map(({ id }) => id)).toEqual(['lately', 'unsent']);
});
