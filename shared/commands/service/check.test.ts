import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { lawyer, signer } from '#tests/fixtures/kernel/office.ts';
import { june, Portal } from '#tests/fixtures/kernel/portal.ts';
import { director, moscow } from '#tests/fixtures/kernel/rows.ts';

let portal: Portal;
beforeEach(() => {
  portal = new Portal();
});
const check = (id: string, at: number) => resultOf(portal.later(at, 'ticket.check', { id }, centreUser));
/** What the centre's clock does: looks when it has to, until there is nothing more to look at. */
function tick(id: string, until: number): number[] {
  const looked: number[] = [];
  for (let at = portal.ticket(id).checkAt; at !== null && at <= until; at = portal.ticket(id).checkAt) {
    looked.push(at);
    check(id, at);
    if (looked.length > 20) throw new Error('looks again and again');
  }
  return looked;
}
const events = (id: string, kind: string) =>
  portal.all('ticket_event').filter((one) => one.ticketId === id && one.kind === kind);

describe('escalation', () => {
  test('each step once, at its minute: the desk is told, then its lead, and the priority rises', () => {
    const id = portal.ask();
    expect(tick(id, june(3))).toEqual([june(1, 9, 48), june(1, 17)]);
    expect(events(id, 'escalated').map((one) => one.data['step'])).toEqual([0, 1]);
    expect(portal.ticket(id)).toMatchObject({ priority: 'high', escalated: 2, checkAt: null, participants: [signer] });
    check(id, june(4));
    expect(events(id, 'escalated')).toHaveLength(2);
  });

  test('nothing happens before its time, however often it is asked for', () => {
    const id = portal.ask();
    check(id, june(1, 9, 47));
    expect(events(id, 'escalated')).toEqual([]);
  });

  test('while the requester is asked nothing is escalated; afterwards the rest of the time counts', () => {
    const id = portal.ask();
    resultOf(portal.later(june(1, 9, 30), 'ticket.reply', { id, text: 'Какая?', next: 'ask', options: [] }, lawyer));
    expect(portal.ticket(id).checkAt).toBeNull();
    resultOf(portal.later(june(2, 9), 'ticket.answer', { id, text: 'Любая' }));
    expect(tick(id, june(3))).toEqual([june(2, 16, 30)]);
  });

  test('a raised priority has its own targets, and its steps are taken by them', () => {
    const id = portal.ask();
    resultOf(portal.later(june(1, 10), 'ticket.prioritize', { id, priority: 'high' }, lawyer));
    expect(portal.ticket(id)).toMatchObject({ resolutionDueAt: june(1, 11), responseDueAt: june(1, 9, 30) });
    expect(tick(id, june(3))).toEqual([june(1, 10), june(1, 11)]);
    expect(events(id, 'escalated')).toHaveLength(2);
    expect(portal.ticket(id).checkAt).toBeNull();
  });
});

describe('the silent close', () => {
  test('three working days after it was resolved, at the end of the day, unless the requester said something', () => {
    const [quiet, reopened] = [portal.ask(), portal.ask()];
    for (const id of [quiet, reopened])
      resultOf(portal.later(june(9, 12), 'ticket.resolve', { id, solution: null }, lawyer));
    expect(portal.ticket(quiet).checkAt).toBe(june(12, 18));
    resultOf(portal.later(june(10), 'ticket.reopen', { id: reopened, reason: 'Нет' }));
    check(quiet, june(12, 17));
    expect(portal.ticket(quiet).state).toBe('resolved');
    check(quiet, june(12, 18));
    check(reopened, june(12, 18));
    expect(portal.ticket(quiet)).toMatchObject({ state: 'closed', closedAt: june(12, 18), rating: null });
    expect(portal.ticket(reopened).state).toBe('working');
  });
});

describe('what changes later', () => {
  const save = (...dates: string[]) =>
    portal.made('working_calendar.save', {
      year: 2026,
      days: dates.map((date) => ({ date, kind: 'holiday' })),
      source: null,
    });

  test('a changed calendar counts from when it was noticed, the log says so, and what has passed stays', () => {
    const id = portal.ask();
    resultOf(portal.later(june(1, 15), 'ticket.take', { id }, lawyer));
    const before = portal.ticket(id);
    expect(before).toMatchObject({ resolutionSpent: 360, resolutionDueAt: june(1, 17) });
    save('2026-06-01', '2026-06-02');
    resultOf(portal.later(june(1, 16), 'ticket.stage', { id, stage: 1 }, lawyer));
    expect(portal.ticket(id)).toMatchObject({ resolutionSpent: 420, resolutionDueAt: june(3, 10), queueMinutes: 360 });
    expect(portal.ticket(id).sla?.times).toHaveLength(2);
    expect(events(id, 'clock_changed')).toMatchObject([{ data: { before: june(1, 17), cause: 'calendar' } }]);
    resultOf(portal.does('ticket.log-time', { id, minutes: 5, note: null }, lawyer));
    resultOf(portal.does('ticket.stage', { id, stage: 0 }, lawyer));
    expect(events(id, 'clock_changed')).toHaveLength(1);
  });

  test('a ticket that had ended by then is not touched', () => {
    const id = portal.ask();
    resultOf(portal.later(june(1, 15), 'ticket.resolve', { id, solution: null }, lawyer));
    save('2026-06-01');
    resultOf(portal.later(june(1, 16), 'ticket.confirm', { id, rating: null, comment: null }));
    expect(portal.ticket(id)).toMatchObject({ resolutionSpent: 360, resolutionLate: null });
    expect(events(id, 'clock_changed')).toEqual([]);
  });

  test('other hours of the desk count from then on', () => {
    const id = portal.ask();
    const { schedule } = portal.get('queue', portal.desk);
    const patch = { schedule: { days: [1, 2, 3, 4, 5], intervals: [[540, 600]] } };
    resultOf(portal.later(june(1, 15), 'queue.update', { id: portal.desk, patch, base: { schedule } }, director));
    resultOf(portal.does('ticket.take', { id }, lawyer));
    expect(portal.ticket(id)).toMatchObject({ resolutionSpent: 360, resolutionDueAt: june(3, 10) });
  });

  test('a changed policy holds for what is asked for from then on', () => {
    const before = portal.ask();
    const { targets } = portal.get('sla_policy', portal.policy);
    const patch = { targets: { ...targets, normal: { response: 10, resolution: 20 } } };
    resultOf(portal.does('sla_policy.update', { id: portal.policy, patch, base: { targets } }, director));
    resultOf(portal.does('ticket.take', { id: before }, lawyer));
    const after = portal.ask();
    expect(portal.ticket(before)).toMatchObject({ resolutionDueAt: june(1, 17), sla: { policyVersion: 1 } });
    expect(portal.ticket(after)).toMatchObject({ resolutionDueAt: june(1, 9, 20), sla: { policyVersion: 2 } });
  });

  test('a desk of another zone judges by its own clock', () => {
    const offsets = [{ from: null, minutes: 360 }];
    portal.put('branch', { ...portal.get('branch', moscow), offsets });
    expect(portal.ticket(portal.ask()).resolutionDueAt).toBe(june(2, 8));
  });
});
