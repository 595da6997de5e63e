import { expect, test } from 'vitest';
import { ordersOf, siftTickets, undoOf } from '#renderer/pages/queues/sift-tickets.ts';
import type { QueueRow } from '#shared/queries/ticket.ts';

const row = (id: string, given: Partial<QueueRow> = {}): QueueRow =>
  ({ id, state: 'open', assigneeId: null, priority: 'normal', queueId: 'it', tasksOpen: 0, ...given }) as QueueRow;
const sifted = (rows: QueueRow[], task: Parameters<typeof siftTickets>[1]) => {
  const { go, stay } = siftTickets(rows, task);
  return [go.map((one) => one.id), stay.map((one) => [one.row.id, one.why])];
};

test('taking leaves out what somebody has, what is being approved and what is over', () => {
  const rows = [
    row('free'),
    row('hers', { state: 'working', assigneeId: 'her' }),
    row('mine', { state: 'working', assigneeId: 'me' }),
    row('asked', { state: 'approval' }),
    row('done', { state: 'resolved' }),
  ];
  expect(sifted(rows, { type: 'take', me: 'me' })).toEqual([
    ['free'],
    [
      ['hers', 'taken'],
      ['mine', 'same'],
      ['asked', 'approval'],
      ['done', 'ended'],
    ],
  ]);
});

test('closing leaves out what has open tasks; another desk may get what is still being approved', () => {
  const rows = [row('a'), row('b', { tasksOpen: 2 }), row('c', { state: 'approval' })];
  expect(sifted(rows, { type: 'resolve', solution: null })[0]).toEqual(['a']);
  expect(sifted(rows, { type: 'transfer', queueId: 'hr', note: null })[0]).toEqual(['a', 'b', 'c']);
});

test('what is taken back goes to whom it was before, each ticket to its own', () => {
  const rows = [row('a'), row('b', { assigneeId: 'her' })];
  const task = { type: 'assign', employeeId: 'him' } as const;
  expect(ordersOf(rows, task)).toEqual([
    { name: 'ticket.assign', args: { id: 'a', employeeId: 'him' } },
    { name: 'ticket.assign', args: { id: 'b', employeeId: 'him' } },
  ]);
  expect(undoOf(rows, task, [])).toEqual([
    { name: 'ticket.assign', args: { id: 'a', employeeId: null } },
    { name: 'ticket.assign', args: { id: 'b', employeeId: 'her' } },
  ]);
});

test('what is resolved, and what another desk has, is not taken back', () => {
  expect(undoOf([row('a')], { type: 'resolve', solution: null }, ['it'])).toBeNull();
  expect(undoOf([row('a')], { type: 'transfer', queueId: 'hr', note: null }, ['it'])).toBeNull();
  expect(undoOf([row('a')], { type: 'transfer', queueId: 'hr', note: null }, ['it', 'hr'])).toEqual([
    { name: 'ticket.transfer', args: { id: 'a', queueId: 'it', note: null } },
  ]);
});
