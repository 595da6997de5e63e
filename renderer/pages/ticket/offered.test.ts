import { expect, test } from 'vitest';
import { offeredFor } from '#renderer/pages/ticket/offered.ts';
import type { TicketFacts } from '#renderer/pages/ticket/ticket-facts.ts';

const nothing = { desk: false, own: false, take: false, edit: false, approve: false, reopen: false, cancel: false };
const card = (
  ticket: Partial<TicketFacts['ticket']>,
  may: Partial<TicketFacts['may']>,
): Parameters<typeof offeredFor>[0] => ({
  ticket: { state: 'open', question: null, rating: null, ...ticket } as TicketFacts['ticket'],
  may: { ...nothing, ...may },
  watchers: [],
  definition: { stages: ['Работа', 'Приказ'] } as unknown as TicketFacts['definition'],
});
const question = { text: '?', options: [], askedById: 'x', at: 1, resubmit: false };

test('the desk takes what nobody has, then resolves it', () => {
  const free = offeredFor(card({}, { desk: true, take: true }), 'me');
  expect([free.primary, free.secondary]).toEqual(['take', 'assign']);
  const mine = offeredFor(card({ state: 'working' }, { desk: true }), 'me');
  expect([mine.primary, mine.secondary]).toEqual(['resolve', 'assign']);
  expect(mine.more).toContain('stage');
});

test('while it is being approved the desk neither takes nor declines', () => {
  const { primary, more } = offeredFor(card({ state: 'approval' }, { desk: true }), 'me');
  expect(primary).toBeNull();
  expect(more).not.toEqual(expect.arrayContaining(['decline']));
  expect(more).toEqual(expect.arrayContaining(['transfer', 'priority']));
});

test('the requester answers what is asked, sends in again what came back, confirms what is done', () => {
  const asked = { state: 'waiting', question } as const;
  expect(offeredFor(card(asked, { own: true, cancel: true }), 'me')).toEqual({
    primary: 'answer',
    secondary: null,
    more: ['cancel'],
  });
  const back = { state: 'waiting', question: { ...question, resubmit: true } } as const;
  expect(offeredFor(card(back, { own: true }), 'me').primary).toBe('resubmit');
  const done = offeredFor(card({ state: 'resolved' }, { own: true, reopen: true }), 'me');
  // The two answers stand with the solution, under the header.
  expect(done).toEqual({ primary: null, secondary: null, more: ['confirm', 'reopen'] });
});

test('what an approver gave back is nothing for the desk until it is sent again', () => {
  const back = { state: 'waiting', question: { ...question, resubmit: true } } as const;
  const { primary, more } = offeredFor(card(back, { desk: true }), 'me');
  expect(primary).toBeNull();
  expect(more.some((one) => one === 'resolve' || one === 'assign' || one === 'decline')).toBe(false);
});

test('whoever only sees a ticket may follow it, and nothing else', () => {
  expect(offeredFor(card({}, {}), 'me')).toEqual({ primary: null, secondary: null, more: ['watch'] });
});

test('what is over is neither taken nor transferred, but can be linked', () => {
  const { primary, more } = offeredFor(card({ state: 'closed', rating: 5 }, { desk: true }), 'me');
  expect(primary).toBeNull();
  expect(more).toEqual(['split', 'link', 'time', 'watch', 'colleague']);
});
