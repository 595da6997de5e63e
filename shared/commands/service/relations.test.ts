import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { accountant, author, head, lawyer, signer } from '#tests/fixtures/kernel/office.ts';
import { june, Portal } from '#tests/fixtures/kernel/portal.ts';
import { clerk, director } from '#tests/fixtures/kernel/rows.ts';

let portal: Portal;
beforeEach(() => {
  portal = new Portal();
});

describe('tickets that have to do with each other', () => {
  test('merged: one goes on alone, and who asked for the other watches it', () => {
    const [one, other] = [portal.ask(portal.help, { what: 'Мышь' }, head), portal.ask()];
    resultOf(portal.does('ticket.merge', { id: one, intoId: other }, lawyer));
    expect(portal.ticket(one)).toMatchObject({ state: 'merged', mergedIntoId: other, breaksAt: null });
    expect(portal.ticket(other)).toMatchObject({ state: 'open', watchers: [head] });
    expect(codeOf(portal.does('ticket.merge', { id: other, intoId: one }, lawyer))).toBe('TICKET_ENDED');
    expect(codeOf(portal.does('ticket.merge', { id: other, intoId: other }, lawyer))).toBe('BAD_INPUT');
    expect(codeOf(portal.does('ticket.answer', { id: other, text: 'И мне' }, head))).toBe('DENIED');
  });

  test('what is being agreed and what holds a vacation is not merged away', () => {
    const id = resultOf<{ id: string }>(portal.leave(6, 10)).id;
    expect(codeOf(portal.does('ticket.merge', { id, intoId: portal.ask() }, lawyer))).toBe('IN_APPROVAL');
  });

  test('split: a ticket of its own for the same requester, linked to where it came from', () => {
    const id = portal.ask();
    const wish = { id, title: 'Ещё и коврик', serviceId: portal.help, serviceVersion: 1, values: { what: 'Коврик' } };
    const made = resultOf<{ id: string }>(portal.does('ticket.split', wish, lawyer)).id;
    expect(portal.ticket(made)).toMatchObject({
      requesterId: author,
      splitFromId: id,
      title: 'Ещё и коврик',
      number: 'З-00002',
    });
    expect(portal.all('ticket_link')).toMatchObject([{ ticketId: id, otherId: made, kind: 'split' }]);
    resultOf(portal.does('service.archive', { id: portal.help, archived: true }, director));
    expect(codeOf(portal.does('ticket.split', wish, lawyer))).toBe('SERVICE_CLOSED');
  });

  test('linked once, however often it is said, and taken back', () => {
    const [id, otherId] = [portal.ask(), portal.ask()];
    const link = { id, otherEntity: 'ticket', otherId, kind: 'blocks', linked: true };
    resultOf(portal.does('ticket.link', link, lawyer));
    resultOf(portal.does('ticket.link', link, accountant));
    expect(portal.all('ticket_link')).toHaveLength(1);
    resultOf(portal.does('ticket.link', { ...link, linked: false }, lawyer));
    expect(portal.all('ticket_link')[0]?.archivedAt).toBe(portal.now);
    expect(codeOf(portal.does('ticket.link', { ...link, otherId: id }, lawyer))).toBe('BAD_INPUT');
  });

  test('a colleague follows a ticket when the desk says so, and stops by themselves', () => {
    const id = portal.ask();
    const watch = { id, employeeId: clerk, watching: true };
    expect(codeOf(portal.does('ticket.watch', watch, clerk))).toBe('NOT_FOUND');
    resultOf(portal.does('ticket.watch', watch, lawyer));
    resultOf(portal.does('ticket.watch', { ...watch, watching: false }, clerk));
    expect(portal.ticket(id).watchers).toEqual([]);
  });
});

describe('the checklist of a request', () => {
  const task = (key: string, given: object) => ({
    key,
    title: key,
    queueId: null,
    employeeId: null,
    after: [],
    minutes: 60,
    ...given,
  });
  const leaver = () => [
    task('pass', { queueId: portal.otherDesk }),
    task('laptop', { employeeId: lawyer }),
    task('sign', { employeeId: head, after: ['pass', 'laptop'] }),
  ];
  const states = (id: string) =>
    Object.fromEntries(
      portal
        .all('ticket_task')
        .filter((one) => one.ticketId === id)
        .map((one) => [one.key, one.state]),
    );
  const settle = (id: string, key: string, who: string, done = true) => {
    const row = portal.all('ticket_task').find((one) => one.ticketId === id && one.key === key);
    return portal.does('ticket_task.settle', { ticketId: id, id: row?.id, done, note: null }, who);
  };

  test('goes in order across desks: nothing is done before what comes first, and the ticket ends with the last', () => {
    const id = portal.ask(portal.service('Увольнение', { tasks: leaver() }));
    expect(portal.ticket(id)).toMatchObject({ deskIds: [portal.otherDesk], participants: [lawyer, head] });
    expect(states(id)).toEqual({ pass: 'open', laptop: 'open', sign: 'waiting' });
    expect(codeOf(settle(id, 'sign', head))).toBe('TASK_WAITS');
    expect(codeOf(settle(id, 'pass', head))).toBe('DENIED');
    resultOf(settle(id, 'pass', signer));
    resultOf(settle(id, 'laptop', lawyer));
    expect(states(id)['sign']).toBe('open');
    expect(portal.does('ticket.resolve', { id, solution: null }, lawyer)).toMatchObject({
      code: 'TASKS_OPEN',
      details: { count: 1 },
    });
    resultOf(settle(id, 'sign', head));
    resultOf(portal.does('ticket.resolve', { id, solution: null }, lawyer));
  });

  test('not done after all, and one more thing; a cancelled request asks nobody for anything', () => {
    const id = portal.ask(portal.service('Увольнение', { tasks: leaver() }));
    resultOf(settle(id, 'laptop', lawyer));
    resultOf(settle(id, 'laptop', lawyer, false));
    expect(states(id)['laptop']).toBe('open');
    resultOf(
      portal.does(
        'ticket_task.add',
        { ticketId: id, title: 'Ключи', queueId: null, employeeId: clerk, minutes: null },
        lawyer,
      ),
    );
    expect(portal.ticket(id).participants).toContain(clerk);
    resultOf(portal.does('ticket.cancel', { id, reason: null }));
    expect(new Set(Object.values(states(id)))).toEqual(new Set(['cancelled']));
    expect(codeOf(settle(id, 'pass', signer))).toBe('TICKET_ENDED');
  });

  test('survives an absence: the substitute does the line of who is away', () => {
    const id = portal.ask(portal.service('Увольнение', { tasks: leaver() }));
    const days = { from: '2026-06-01', to: '2026-06-05', kinds: ['tickets'], reason: null };
    resultOf(portal.does('substitution.create', { employeeId: lawyer, substituteId: clerk, ...days }, director));
    resultOf(settle(id, 'laptop', clerk));
    expect(portal.all('ticket_task').find((one) => one.key === 'laptop')).toMatchObject({ doneById: clerk });
  });
});

describe('a request that comes by itself', () => {
  const every = (given: object = {}) =>
    portal.made('recurring_ticket.create', {
      title: 'Заправить картриджи',
      serviceId: portal.help,
      values: { what: 'Картриджи' },
      requesterId: author,
      every: 'month',
      day: 6,
      workingDay: true,
      until: null,
      ...given,
    });
  const recur = (id: string, on: string) => portal.does('ticket.recur', { id, on }, centreUser);
  const made = () => portal.all('ticket').filter((one) => one.recurringId !== null).length;

  test('is made once for its day, whoever asks how often, and its next day is a working day', () => {
    const id = every();
    expect(portal.get('recurring_ticket', id).nextOn).toBe('2026-06-06');
    resultOf(recur(id, '2026-06-06'));
    expect(made()).toBe(0);
    portal.now = june(6);
    resultOf(recur(id, '2026-06-06'));
    resultOf(recur(id, '2026-06-06'));
    resultOf(recur(id, '2026-07-06'));
    expect(made()).toBe(1);
    expect(portal.get('recurring_ticket', id).nextOn).toBe('2026-07-06');
  });

  test('of a day off it moves to the next working day', () => {
    const id = every({ day: 5 });
    portal.now = june(5);
    resultOf(recur(id, '2026-06-05'));
    // 5 July is a Sunday.
    expect(portal.get('recurring_ticket', id).nextOn).toBe('2026-07-06');
  });

  test('ends with its last day, and is not made for who has left', () => {
    const [ended, left] = [every({ until: '2026-06-30' }), every({ requesterId: head })];
    portal.put('employee', { ...portal.get('employee', head), state: 'blocked' });
    portal.now = june(6);
    resultOf(recur(ended, '2026-06-06'));
    resultOf(recur(left, '2026-06-06'));
    expect(portal.get('recurring_ticket', ended).archivedAt).toBe(portal.now);
    expect(made()).toBe(1);
  });
});
