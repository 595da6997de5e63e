import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { accountant, author, head, lawyer, signer } from '#tests/fixtures/kernel/office.ts';
import { june, members, Portal, vacationForm } from '#tests/fixtures/kernel/portal.ts';
import { clerk, director } from '#tests/fixtures/kernel/rows.ts';

let portal: Portal;
beforeEach(() => {
  portal = new Portal();
});
const july = (date: number): number => june(30 + date);
const asked = (...period: Parameters<Portal['leave']>): string => resultOf<{ id: string }>(portal.leave(...period)).id;
const grant = (days: number) =>
  portal.made('vacation_grant.create', { employeeId: author, from: '2026-01-01', days, note: null });
const agree = (id: string) => resultOf(portal.say(head, 'approve', { at: portal.now, received: portal.now }, id));
const queuesOf = (id: string): string[] => portal.get('employee', id).queueIds ?? [];

describe('asking for a vacation', () => {
  test('takes the place of what stood in the schedule for these days', () => {
    const planned = portal.made(
      'vacation.plan',
      { employeeId: author, type: 'annual', from: '2026-07-06', to: '2026-07-12' },
      author,
    );
    const id = asked(6, 19);
    expect(portal.get('vacation', planned).state).toBe('cancelled');
    expect(portal.vacationOf(id)).toMatchObject({ state: 'requested', days: 14, substituteId: lawyer });
    expect(portal.ticket(id)).toMatchObject({ state: 'approval', queueId: portal.desk });
    expect(portal.get('document', id).state).toBe('approve');
  });

  test('twice for the same days is refused with the days that are taken', () => {
    asked(6, 19);
    expect(portal.leave(19, 25)).toMatchObject({
      code: 'VACATION_OVERLAP',
      details: { from: '2026-07-06', to: '2026-07-19' },
    });
    asked(20, 25);
  });

  test('beyond what has been earned is refused with what is left', () => {
    grant(20);
    asked(6, 19);
    expect(portal.leave(20, 26)).toMatchObject({ code: 'NO_BALANCE', details: { days: 7, available: 6 } });
    asked(20, 25);
  });

  test.each<[string, () => string, string]>([
    ['oneself', () => author, 'SUBSTITUTE_IS_REQUESTER'],
    ['who is away then', () => lawyer, 'SUBSTITUTE_AWAY'],
    ['who is substituted then', () => signer, 'SUBSTITUTE_AWAY'],
  ])('with a substitute: %s', (_case, who, code) => {
    asked(10, 12, accountant, lawyer);
    const days = { from: '2026-07-01', to: '2026-07-06', kinds: ['approval'], reason: null };
    resultOf(portal.does('substitution.create', { employeeId: signer, substituteId: clerk, ...days }, director));
    expect(codeOf(portal.leave(6, 19, who()))).toBe(code);
  });

  test('backwards or in the past is refused', () => {
    expect(codeOf(portal.later(july(20), 'ticket.cancel', { id: 'x', reason: null }))).toBe('NOT_FOUND');
    expect(codeOf(portal.leave(6, 19))).toBe('BAD_PERIOD');
  });
});

describe('an agreed vacation', () => {
  /** The lawyer, a member of the desk, asks for 6 to 19 July with the clerk in their place, and the head agrees. */
  const agreed = (): string => {
    const id = asked(6, 19, clerk, lawyer);
    agree(id);
    return id;
  };
  const substitutionOf = (id: string) => portal.get('substitution', portal.vacationOf(id).substitutionId ?? '');

  test('puts the substitution in force by itself: it lends the queues, and takes them back on the day after', () => {
    const helped = portal.ask();
    resultOf(portal.does('ticket.take', { id: helped }, lawyer));
    const id = agreed();
    expect(portal.vacationOf(id).state).toBe('approved');
    const row = substitutionOf(id);
    expect(row).toMatchObject({ employeeId: lawyer, substituteId: clerk, begunAt: null, from: '2026-07-06' });
    expect(row.kinds).toEqual(expect.arrayContaining(['approval', 'tickets', 'queues']));
    expect(portal.ticket(id)).toMatchObject({ state: 'open', approvalMinutes: 0 });
    expect(codeOf(portal.does('ticket.resolve', { id: helped, solution: null }, clerk))).toBe('NOT_FOUND');
    resultOf(portal.later(july(6), 'substitution.begin', { id: row.id }, centreUser));
    expect(queuesOf(clerk)).toEqual([portal.desk]);
    expect(portal.ticket(helped).participants).toContain(clerk);
    resultOf(portal.does('ticket.resolve', { id: helped, solution: null }, clerk));
    resultOf(portal.later(july(19), 'substitution.end', { id: row.id }, centreUser));
    expect(queuesOf(clerk)).toEqual([portal.desk]);
    resultOf(portal.later(july(20), 'substitution.end', { id: row.id }, centreUser));
    expect(queuesOf(clerk)).toEqual([]);
  });

  test('that is cancelled gives the days, the substitution and the lent queues back at once', () => {
    portal.made('vacation_grant.create', { employeeId: lawyer, from: '2026-01-01', days: 14, note: null });
    const id = agreed();
    expect(codeOf(portal.leave(20, 21, clerk, lawyer))).toBe('NO_BALANCE');
    const row = substitutionOf(id);
    resultOf(portal.later(july(6), 'substitution.begin', { id: row.id }, centreUser));
    resultOf(portal.later(july(7), 'ticket.cancel', { id, reason: 'Отозвали' }, lawyer));
    expect(portal.vacationOf(id).state).toBe('cancelled');
    expect(substitutionOf(id)).toMatchObject({ cancelledAt: july(7), endedAt: july(7) });
    expect(queuesOf(clerk)).toEqual([]);
    asked(20, 31, clerk, lawyer);
  });

  test('that is over gives nothing back', () => {
    const id = agreed();
    resultOf(portal.does('ticket.resolve', { id, solution: null }, accountant));
    expect(codeOf(portal.later(july(20), 'ticket.cancel', { id, reason: null }, lawyer))).toBe('TICKET_ENDED');
    expect(portal.vacationOf(id).state).toBe('approved');
  });

  test('of two members with the same substitute: the queue stays lent until the second is back', () => {
    const [first, second] = [agreed(), asked(13, 26, clerk, accountant)];
    agree(second);
    for (const [id, date] of [
      [first, 6],
      [second, 13],
    ] as const)
      resultOf(portal.later(july(date), 'substitution.begin', { id: substitutionOf(id).id }, centreUser));
    resultOf(portal.later(july(20), 'substitution.end', { id: substitutionOf(first).id }, centreUser));
    expect(queuesOf(clerk)).toEqual([portal.desk]);
    resultOf(portal.later(july(27), 'substitution.end', { id: substitutionOf(second).id }, centreUser));
    expect(queuesOf(clerk)).toEqual([]);
  });

  test('a queue of which the substitute has become a member stays theirs', () => {
    const id = agreed();
    resultOf(portal.later(july(6), 'substitution.begin', { id: substitutionOf(id).id }, centreUser));
    const patch = { members: members(lawyer, accountant, clerk) };
    const base = { members: members(lawyer, accountant) };
    resultOf(portal.does('queue.update', { id: portal.desk, patch, base }, director));
    resultOf(portal.later(july(20), 'substitution.end', { id: substitutionOf(id).id }, centreUser));
    expect(queuesOf(clerk)).toEqual([portal.desk]);
  });

  test('a substitute who has come to be away meanwhile is not put in: the log says so', () => {
    const id = asked(6, 19, accountant, lawyer);
    const days = { from: '2026-07-01', to: '2026-07-07', kinds: ['approval'], reason: null };
    resultOf(portal.does('substitution.create', { employeeId: accountant, substituteId: clerk, ...days }, director));
    agree(id);
    expect(portal.vacationOf(id)).toMatchObject({ state: 'approved', substitutionId: null });
    const told = portal.all('ticket_event').find((one) => one.ticketId === id && one.kind === 'substituted');
    expect(told?.data).toMatchObject({ refused: true, substituteId: accountant });
  });

  test('rejected by the approver: the days are free again', () => {
    grant(14);
    const id = asked(6, 19);
    resultOf(portal.say(head, 'reject', { at: portal.now, received: portal.now }, id));
    expect(portal.ticket(id)).toMatchObject({ state: 'rejected', solution: 'Потому что' });
    expect(portal.vacationOf(id).state).toBe('rejected');
    asked(6, 19);
  });

  test('a vacation that nobody has to agree to is in force at once', () => {
    const free = portal.service('Отгул', { ...vacationForm, effect: 'vacation' });
    const period = { from: '2026-07-06', to: '2026-07-07' };
    const id = portal.ask(free, { period, substitute: clerk });
    expect(portal.ticket(id).state).toBe('open');
    expect(portal.vacationOf(id).state).toBe('approved');
    expect(substitutionOf(id).substituteId).toBe(clerk);
  });
});
