import { expect, test } from 'vitest';
import { type BoardColumn, beside, movesTo } from '#renderer/pages/queues/board-moves.ts';
import type { QueueRow } from '#shared/queries/ticket.ts';

const row = (id: string, state: QueueRow['state'], stage = 0) => ({ id, state, stage }) as QueueRow;
const column = (state: BoardColumn['state'], stage: number | null, rows: QueueRow[] = []): BoardColumn => ({
  ...{ key: `${state}${stage ?? ''}`, state, stage, name: null, total: rows.length, rows },
});

test('a card goes to another stage or state, never where it is, and not once it is over', () => {
  const working = row('a', 'working', 1);
  expect(movesTo(working, column('working', 1))).toBe(false);
  expect(movesTo(working, column('working', 2))).toBe(true);
  expect(movesTo(working, column('open', null))).toBe(true);
  expect(movesTo(row('b', 'resolved'), column('open', null))).toBe(false);
  const waiting = row('c', 'waiting');
  expect(['open', 'working', 'waiting', 'resolved'].filter((to) => movesTo(waiting, column(to as 'open', 0)))).toEqual([
    'resolved',
  ]);
});

test('arrows go through a column and over empty ones', () => {
  const columns = [
    column('open', null, [row('a', 'open'), row('b', 'open'), row('c', 'open')]),
    column('working', 0),
    column('waiting', null, [row('d', 'waiting')]),
  ];
  expect(beside(columns, 'a', 'down')?.id).toBe('b');
  expect(beside(columns, 'a', 'up')).toBeNull();
  expect(beside(columns, 'c', 'right')?.id).toBe('d');
  expect(beside(columns, 'd', 'left')?.id).toBe('a');
  expect(beside(columns, 'd', 'right')).toBeNull();
});
