import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandName } from '#shared/commands/registry.ts';
import { foldClocks } from '#shared/domain/service/clocks.ts';
import { inLaneOrder } from '#shared/domain/service/lane-order.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';
import { resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { accountant, author, head, lawyer, step } from '#tests/fixtures/kernel/office.ts';
import { june, minute, Portal } from '#tests/fixtures/kernel/portal.ts';

interface Deed {
  name: CommandName;
  who: string;
  args: object;
  /** Minutes since the deed before reached the centre. */
  after: number;
  /** Minutes for which it lay on a workstation without a link. */
  lay: number;
}
const reply = (next: string) => ({ text: 'Слово', next, options: [] });
const deeds: [CommandName, string[], object][] = [
  ['ticket.take', [lawyer, accountant], {}],
  ['ticket.assign', [lawyer, accountant], { employeeId: null }],
  ['ticket.assign', [lawyer], { employeeId: accountant }],
  ['ticket.reply', [lawyer, accountant], reply('none')],
  ['ticket.reply', [lawyer, accountant], reply('ask')],
  ['ticket.reply', [lawyer, accountant], reply('resolve')],
  ['ticket.answer', [author], { text: 'Вот' }],
  ['ticket.answer', [author], { text: 'Вот' }],
  ['ticket.stage', [lawyer, accountant], { stage: 1 }],
  ['ticket.stage', [lawyer, accountant], { stage: 0 }],
  ['ticket.resolve', [lawyer, accountant], { solution: null }],
  ['ticket.reopen', [author], { reason: 'Нет' }],
  ['ticket.confirm', [author], { rating: 4, comment: null }],
  ['ticket.prioritize', [lawyer], { priority: 'high' }],
  ['ticket.cancel', [author], { reason: null }],
];
const deed: fc.Arbitrary<Deed> = fc
  .record({
    of: fc.constantFrom(...deeds),
    who: fc.nat(),
    // Whole batches come within one moment, whoever sends them.
    after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
    lay: fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 3_000 })),
  })
  .map(({ of: [name, people, args], who, ...times }) => ({
    name,
    args,
    who: people[who % people.length] ?? '',
    ...times,
  }));
const phases = { approval: 'approval', open: 'queue', working: 'work', waiting: 'waiting' } as const;

/** Plays deeds in the order in which they reach the centre; refused ones leave no trace. */
function play(portal: Portal, id: string, history: readonly Deed[], look: () => void): void {
  for (const { name, who, args, after, lay } of history) {
    portal.now += after * minute;
    portal.run(name, { id, ...args }, { as: who, at: portal.now - lay * minute, received: portal.now });
    look();
  }
}

describe('the clocks of a ticket and its row', () => {
  test('after any history, late deeds of offline desks included, the clock runs exactly while the desk has the ball', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 14 }), (history) => {
        const portal = new Portal();
        const id = portal.ask();
        play(portal, id, history, () => {
          const { state, resolutionDueAt, breaksAt } = portal.ticket(id);
          const runs = state === 'open' || state === 'working';
          expect([state, resolutionDueAt !== null, breaksAt !== null]).toEqual([state, runs, runs]);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('read from the log alone it is where its row is, when no two deeds reach the centre in one moment', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 14 }), (history) => {
        const portal = new Portal();
        const id = portal.ask();
        const apart = history.map((one) => ({ ...one, after: one.after + 1 }));
        play(portal, id, apart, () => {
          const { state, stage } = portal.ticket(id);
          const log = portal.all('ticket_event').filter((one) => one.ticketId === id);
          const terms = { responseMinutes: 60, resolutionMinutes: 480 };
          const clocks = foldClocks(inLaneOrder(log), terms, [], portal.now);
          expect(clocks.phase).toBe(isOpen(state) ? phases[state as keyof typeof phases] : 'ended');
          expect(clocks.stage).toBe(stage);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('minutes only grow, and those of the stages are those of the phases', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 14 }), (history) => {
        const portal = new Portal();
        const id = portal.ask();
        play(portal, id, history, () => {
          const row = portal.ticket(id);
          for (const phase of ['queue', 'work', 'waiting'] as const) {
            const stages = Object.values(row.stageMinutes).reduce((sum, one) => sum + one[phase], 0);
            expect(Math.abs(stages - row[`${phase}Minutes`])).toBeLessThanOrEqual(2);
          }
          expect(row.resolutionLived ?? 0).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a deed that comes late', () => {
  const late = (at: number, received: number) => ({ as: lawyer, at, received });

  test('an offline question, asked before another one was answered: the ticket waits, and its clock with it', () => {
    const portal = new Portal();
    const id = portal.ask();
    resultOf(portal.later(june(1, 10), 'ticket.reply', { id, ...reply('ask') }, accountant));
    resultOf(portal.later(june(1, 11), 'ticket.answer', { id, text: 'Вот' }));
    resultOf(portal.run('ticket.reply', { id, ...reply('ask') }, late(june(1, 9, 30), june(1, 13))));
    expect(portal.ticket(id)).toMatchObject({ state: 'waiting', breaksAt: null, waitingMinutes: 180 });
    // The answer of the desk counts when it was given.
    expect(portal.ticket(id)).toMatchObject({ respondedAt: june(1, 9, 30), responseSpent: 30 });
    resultOf(portal.later(june(1, 14), 'ticket.answer', { id, text: 'И вот' }));
    expect(portal.ticket(id)).toMatchObject({ state: 'working', waitingMinutes: 240, resolutionSpent: 60 });
  });

  test('a round that was begun anew is not overtaken by what the desk did before it', () => {
    const portal = new Portal();
    const service = portal.service('Закупка', { routeId: portal.route([step([head])]) });
    const id = portal.ask(service);
    portal.now = june(1, 10);
    resultOf(portal.say(head, 'approve', { at: portal.now, received: portal.now }, id));
    resultOf(portal.run('ticket.take', { id }, late(june(1, 9, 30), june(1, 12))));
    expect(portal.ticket(id)).toMatchObject({ approvalMinutes: 60, state: 'working' });
    expect(portal.ticket(id).queueMinutes + portal.ticket(id).workMinutes).toBe(120);
  });
});
