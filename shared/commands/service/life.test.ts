import { beforeEach, describe, expect, test } from 'vitest';
import { centreUser } from '#shared/commands/execute.ts';
import { codeOf, resultOf } from '#tests/fixtures/kernel/memory-rows.ts';
import { accountant, author, head, lawyer, signer } from '#tests/fixtures/kernel/office.ts';
import { june, Portal } from '#tests/fixtures/kernel/portal.ts';
import { director, stranger } from '#tests/fixtures/kernel/rows.ts';

let portal: Portal;
beforeEach(() => {
  portal = new Portal();
});
const solved = { solution: 'Заменили' };

describe('the life of a request', () => {
  test('asked, taken, a question, its answer, resolved, reopened, resolved again, confirmed and rated', () => {
    const id = portal.ask();
    expect(portal.ticket(id)).toMatchObject({ number: 'З-00001', state: 'open', queueId: portal.desk });
    expect(portal.ticket(id).responseDueAt).toBe(june(1, 10));
    resultOf(portal.later(june(1, 9, 10), 'ticket.take', { id }, lawyer));
    expect(portal.ticket(id)).toMatchObject({ state: 'working', assigneeId: lawyer, queueMinutes: 10 });
    const asked = { id, text: 'Какая?', next: 'ask', options: ['Проводная', 'Без провода'] };
    resultOf(portal.later(june(1, 9, 20), 'ticket.reply', asked, lawyer));
    expect(portal.ticket(id)).toMatchObject({ state: 'waiting', breaksAt: null, respondedAt: june(1, 9, 20) });
    resultOf(portal.later(june(1, 11, 20), 'ticket.answer', { id, text: 'Проводная' }));
    expect(portal.ticket(id)).toMatchObject({ state: 'working', question: null, waitingMinutes: 120, unread: true });
    expect(portal.ticket(id).breaksAt).toBe(june(2, 10));
    resultOf(portal.later(june(1, 12), 'ticket.resolve', { id, ...solved }, lawyer));
    expect(portal.ticket(id)).toMatchObject({ state: 'resolved', solution: 'Заменили', breaksAt: null });
    resultOf(portal.later(june(1, 13), 'ticket.reopen', { id, reason: 'Не работает' }));
    expect(portal.ticket(id)).toMatchObject({ state: 'working', assigneeId: lawyer, reopened: 1, resolvedAt: null });
    resultOf(portal.later(june(1, 14), 'ticket.reply', { id, text: 'Вот', next: 'resolve', options: [] }, lawyer));
    resultOf(portal.later(june(1, 15), 'ticket.confirm', { id, rating: 5, comment: 'Спасибо' }));
    expect(portal.ticket(id)).toMatchObject({ state: 'closed', rating: 5, resolutionSpent: 120, resolutionLate: null });
    expect(portal.get('document', id)).toMatchObject({ kind: 'application', state: 'done', number: 'З-00001' });
    expect(portal.log(id)).toEqual(
      expect.arrayContaining(['created', 'taken', 'asked', 'answered', 'reopened', 'rated']),
    );
  });

  test('on a workstation it has no number yet and waits in its queue, whatever the rule says', () => {
    const rule = { type: 'load', employeeId: null, sameBranch: false, skill: null } as const;
    const service = portal.service('По загрузке', { assignment: rule });
    const id = resultOf<{ id: string }>(portal.asks(service, { what: 'Мышь' }, author, { where: 'device' })).id;
    expect(portal.ticket(id)).toMatchObject({ number: null, state: 'open', assigneeId: null });
  });

  test('who is first in the centre keeps it, the other is told who', () => {
    const id = portal.ask();
    resultOf(portal.does('ticket.take', { id }, lawyer));
    resultOf(portal.does('ticket.take', { id }, lawyer));
    expect(portal.does('ticket.take', { id }, accountant)).toMatchObject({
      code: 'ALREADY_TAKEN',
      details: { by: lawyer },
    });
    expect(portal.ticket(id).assigneeId).toBe(lawyer);
  });

  test('handed over to another desk it waits there, its notes go with it and who had it reads along', () => {
    const id = portal.ask();
    resultOf(portal.does('ticket.take', { id }, lawyer));
    resultOf(portal.does('ticket.note', { id, text: 'Это к вам' }, lawyer));
    resultOf(portal.does('ticket.transfer', { id, queueId: portal.otherDesk, note: null }, lawyer));
    expect(portal.ticket(id)).toMatchObject({ state: 'open', assigneeId: null, participants: [lawyer] });
    expect(portal.all('ticket_note')).toMatchObject([{ queueId: portal.otherDesk, authorId: lawyer }]);
    expect(codeOf(portal.does('ticket.take', { id }, accountant))).toBe('NOT_FOUND');
    resultOf(portal.does('ticket.take', { id }, signer));
  });

  test('declined with a reason, cancelled by the requester: it has ended, and nobody works on it', () => {
    const [one, other] = [portal.ask(), portal.ask()];
    resultOf(portal.does('ticket.decline', { id: one, reason: 'Не положено' }, lawyer));
    resultOf(portal.does('ticket.cancel', { id: other, reason: null }));
    expect([portal.ticket(one).state, portal.ticket(other).state]).toEqual(['declined', 'cancelled']);
    for (const id of [one, other]) {
      expect(codeOf(portal.does('ticket.take', { id }, lawyer))).toBe('TICKET_ENDED');
      expect(codeOf(portal.does('ticket.cancel', { id, reason: null }))).toBe('TICKET_ENDED');
    }
  });

  test('a month after it was settled it is too late to say that it was not', () => {
    const id = portal.ask();
    resultOf(portal.does('ticket.resolve', { id, ...solved }, lawyer));
    expect(codeOf(portal.later(june(32), 'ticket.reopen', { id, reason: 'Опять' }))).toBe('TOO_LATE');
  });

  test('stages of work are those of the version it was made of', () => {
    const id = portal.ask();
    resultOf(portal.does('ticket.stage', { id, stage: 1 }, lawyer));
    expect(portal.ticket(id)).toMatchObject({ stage: 1, respondedAt: portal.now });
    expect(codeOf(portal.does('ticket.stage', { id, stage: 2 }, lawyer))).toBe('BAD_INPUT');
  });

  test('what was typed under an earlier version is taken; a closed service takes nothing', () => {
    const first = portal.get('service', portal.help).publishedVersion;
    const base = { draft: null };
    resultOf(portal.does('service.update', { id: portal.help, patch: { draft: portal.definition() }, base }, director));
    resultOf(portal.does('service.publish', { id: portal.help, note: '' }, director));
    const wish = { serviceId: portal.help, requesterId: author, values: { what: 'Мышь' }, priority: null, title: null };
    const { id } = resultOf<{ id: string }>(portal.does('ticket.create', { ...wish, serviceVersion: first }));
    expect(portal.ticket(id).serviceVersion).toBe(first);
    expect(codeOf(portal.does('ticket.create', { ...wish, serviceVersion: 9 }))).toBe('NOT_FOUND');
    resultOf(portal.does('service.archive', { id: portal.help, archived: true }, director));
    expect(codeOf(portal.asks(portal.help))).toBe('SERVICE_CLOSED');
  });

  test('what the form does not allow is refused with every problem', () => {
    expect(portal.asks(portal.vacation, { substitute: lawyer })).toMatchObject({
      code: 'FORM_PROBLEMS',
      details: { service: 'Отпуск', problems: [{ field: 'period' }] },
    });
  });
});

describe('who may what', () => {
  test('a requester works on nothing, not even on their own', () => {
    const id = portal.ask();
    const deeds = [
      ['ticket.take', {}],
      ['ticket.assign', { employeeId: author }],
      ['ticket.stage', { stage: 1 }],
      ['ticket.resolve', { solution: null }],
      ['ticket.decline', { reason: 'Нет' }],
      ['ticket.prioritize', { priority: 'critical' }],
      ['ticket.note', { text: 'Тайна' }],
      ['ticket.reply', { text: 'Да', next: 'none', options: [] }],
      ['ticket.transfer', { queueId: portal.otherDesk, note: null }],
      ['ticket.log-time', { minutes: 5, note: null }],
    ] as const;
    for (const [name, args] of deeds)
      expect([name, codeOf(portal.does(name, { id, ...args }))]).toEqual([name, 'DENIED']);
  });

  test('a stranger does not even learn that it exists', () => {
    const id = portal.ask();
    for (const who of [stranger, head])
      for (const name of ['ticket.take', 'ticket.cancel', 'ticket.answer'] as const)
        expect(codeOf(portal.does(name, { id, text: 'Да', reason: null }, who))).toBe('NOT_FOUND');
  });

  test('the desk neither answers, confirms nor cancels for the requester', () => {
    const id = portal.ask();
    resultOf(portal.does('ticket.resolve', { id, ...solved }, lawyer));
    expect(codeOf(portal.does('ticket.answer', { id, text: 'Да' }, lawyer))).toBe('DENIED');
    expect(codeOf(portal.does('ticket.confirm', { id, rating: 5, comment: null }, lawyer))).toBe('DENIED');
    expect(codeOf(portal.does('ticket.reopen', { id, reason: 'Нет' }, lawyer))).toBe('DENIED');
  });

  test('nobody asks for a colleague without a role for it', () => {
    portal.hire(author, { roles: ['lawyer'] });
    const wish = { serviceId: portal.help, serviceVersion: 1, values: { what: 'Мышь' }, priority: null, title: null };
    expect(codeOf(portal.does('ticket.create', { ...wish, requesterId: head }))).toBe('DENIED');
    const { id } = resultOf<{ id: string }>(portal.does('ticket.create', { ...wish, requesterId: author }, lawyer));
    expect(portal.ticket(id)).toMatchObject({ requesterId: author, authorId: lawyer });
  });

  test('a service for a department is not for others', () => {
    const audience = { branchIds: null, departmentIds: null, roles: ['accountant'] };
    const service = portal.service('Касса', { audience });
    expect(codeOf(portal.asks(service))).toBe('NOT_FOR_YOU');
    portal.ask(service, { what: 'Чек' }, accountant);
  });

  test('jobs of the centre are its own', () => {
    const id = portal.ask();
    for (const name of ['ticket.check', 'ticket.recur'] as const)
      expect(codeOf(portal.does(name, { id, on: '2026-06-01' }, director))).toBe('DENIED');
    resultOf(portal.does('ticket.check', { id }, centreUser));
  });

  test('an internal note never stands where the requester could get it', () => {
    const id = portal.ask();
    portal.hire(author, { login: 'author' });
    resultOf(portal.does('ticket.note', { id, text: 'Смотри @author и @user-01' }, lawyer));
    const [note] = portal.all('ticket_note');
    expect(note?.readers).not.toContain(author);
    expect(note?.readers).toContain(director);
  });
});
