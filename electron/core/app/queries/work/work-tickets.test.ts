import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountant, boss, day, deputy, lawyer, minute } from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';
import type { WorkTab } from '#shared/queries/work.ts';

describe('work.list, tickets', () => {
  let office: ServiceOffice;
  beforeEach(() => {
    office = new ServiceOffice();
  });
  afterEach(() => office.close());

  const work = (userId: string, tab: WorkTab = 'tickets') => {
    office.deps.userId = userId;
    const found = office.query('work.list', { tab, insteadOf: null, text: null });
    office.deps.userId = person;
    return found;
  };
  const away = (employeeId: string, substituteId: string, kinds: ('tickets' | 'approval')[]) =>
    office.centre(
      'substitution.create',
      { employeeId, substituteId, from: '2026-11-18', to: '2026-11-19', reason: null, kinds },
      employeeId,
    );

  it('holds what the person has on their desk, by what breaks first', () => {
    const id = office.ask(office.access);
    expect(work(lawyer)).toMatchObject({
      items: [
        {
          item: `ticket/${id}`,
          type: 'ticket',
          ticketId: id,
          object: { entity: 'ticket', id },
          documentId: null,
          title: 'Доступ и учётные записи',
          group: 'today',
          minutesLeft: 240,
          left: 1,
          fromName: 'Крылова Анна Сергеевна',
          insteadOfId: null,
        },
      ],
      counts: { all: 1, tickets: 1, approvals: 0 },
    });
    office.centre('ticket.reply', { id, text: 'Сделаю', next: 'none', options: [] }, lawyer);
    expect(work(lawyer).items).toMatchObject([{ group: 'later', minutesLeft: 960 }]);
    office.now += 3 * day;
    expect(work(lawyer).items).toMatchObject([{ group: 'overdue' }]);
    expect(work(accountant).items).toEqual([]);
  });

  it('holds the desk of an absent colleague', () => {
    const id = office.ask(office.access);
    away(lawyer, deputy, ['tickets']);
    expect(work(deputy).items).toMatchObject([
      { item: `ticket/${id}`, insteadOfId: lawyer, insteadOfName: 'Юрин Олег Петрович' },
    ]);
  });

  it('holds own requests that wait: a question, rework, the confirmation', () => {
    const asked = office.ask(office.certificate);
    office.centre('ticket.reply', { id: asked, text: 'Какой банк?', next: 'ask', options: [] }, accountant);
    const period = { from: '2026-12-14', to: '2026-12-20' };
    const returned = office.ask(office.vacation, { values: { period, substitute: null } });
    office.decides(boss, returned, 'return');
    const done = office.ask(office.certificate);
    office.centre('ticket.resolve', { id: done, solution: 'На столе' }, deputy);
    const items = work(person).items.map((one) => [one.type, one.ticketId, one.group, one.fromId, one.text]);
    expect(new Set(items)).toEqual(
      new Set([
        ['question', asked, 'today', accountant, 'Какой банк?'],
        ['rework', returned, 'today', boss, 'Сумма не та'],
        ['confirm', done, 'later', deputy, 'На столе'],
      ]),
    );
    office.here('work.snooze', { items: [`ticket/${done}`], until: null });
    expect(work(person).counts).toMatchObject({ tickets: 2, snoozed: 1 });
    office.centre('ticket.confirm', { id: done, rating: null, comment: null });
    expect(work(person).counts).toMatchObject({ tickets: 2, snoozed: 0 });
  });

  it('holds open lines of checklists: named ones, those of the desk, those of the absent', () => {
    const id = office.ask(office.purchase, { values: { what: 'Стол', sum: 5_000_00 } });
    const [first, second] = office.query('ticket.card', { id })?.tasks ?? [];
    expect(work(lawyer).items).toMatchObject([
      {
        item: `ticket_task/${first?.id}`,
        type: 'ticket_task',
        ticketId: id,
        ticketTaskId: first?.id,
        title: 'Проверить характеристики',
        text: 'Закупка',
        minutesLeft: 240,
        left: 1,
        insteadOfId: null,
      },
    ]);
    expect(work(accountant).items).toEqual([]);
    office.centre('ticket_task.settle', { ticketId: id, id: first?.id ?? '', done: true, note: null }, lawyer);
    expect(work(lawyer).items).toEqual([]);
    expect(work(accountant).items).toMatchObject([{ ticketTaskId: second?.id, insteadOfId: null }]);
    away(accountant, boss, ['tickets']);
    expect(work(boss).items).toMatchObject([{ ticketTaskId: second?.id, insteadOfId: accountant }]);
    office.centre('ticket.cancel', { id, reason: null });
    expect(work(accountant).items).toEqual([]);
  });

  it('shows approvals of requests among the approvals, with the request', () => {
    const period = { from: '2026-12-14', to: '2026-12-20' };
    const id = office.ask(office.vacation, { values: { period, substitute: null } });
    office.now += minute;
    expect(work(boss, 'approvals').items).toMatchObject([
      {
        type: 'approve',
        documentKind: 'application',
        documentId: id,
        ticketId: id,
        title: 'Отпуск 14.12 – 20.12.2026',
      },
    ]);
    expect(work(boss).counts).toMatchObject({ approvals: 1, tickets: 0 });
  });
});
