import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountant, boss, deputy, lawyer, minute } from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import type { RowOf } from '#shared/domain/registry.ts';

describe('ticket.card', () => {
  let office: ServiceOffice;
  beforeEach(() => {
    office = new ServiceOffice();
  });
  afterEach(() => office.close());

  const card = (id: string) => {
    const found = office.query('ticket.card', { id });
    if (!found) throw new Error('no ticket');
    return found;
  };
  const may = (id: string, userId: string) => {
    office.deps.userId = userId;
    const rights = card(id).may;
    office.deps.userId = person;
    return Object.entries(rights).flatMap(([right, has]) => (has ? [right] : []));
  };
  const talk = (id: string) => card(id).talk.map((one) => (one.type === 'event' ? one.kind : one.type));

  it('is null for a ticket that is not here', () => {
    expect(office.query('ticket.card', { id: person })).toBe(null);
  });

  it('holds what was filled in, who asks, and the names it points at', () => {
    const period = { from: '2026-12-14', to: '2026-12-20' };
    const id = office.ask(office.vacation, { values: { period, substitute: deputy } });
    expect(card(id)).toMatchObject({
      service: { name: 'Отпуск', icon: 'vacation', category: 'people' },
      definition: { effect: 'vacation', stages: ['В работе'] },
      values: [
        { key: 'period', label: 'Когда', type: 'date_range', value: period },
        { key: 'substitute', type: 'employee', value: deputy },
      ],
      names: { [deputy]: 'Дёмин Павел Ильич' },
      requester: { id: person, branchCity: 'Новосибирск', departmentName: 'Канцелярия' },
      queueName: 'Кадры',
      holder: { employeeId: boss },
      vacation: { state: 'requested', substituteName: 'Дёмин Павел Ильич', inForce: false },
      twoTimes: null,
    });
    office.decides(boss, id);
    expect(card(id).vacation).toMatchObject({ state: 'approved', inForce: true });
    office.centre('ticket.cancel', { id, reason: null });
    expect(card(id).vacation).toMatchObject({ state: 'cancelled', inForce: false });
  });

  it('tells what was said and what happened in one order, a message once', () => {
    const id = office.ask(office.certificate);
    office.now += minute;
    office.centre('ticket.reply', { id, text: 'Какой банк?', next: 'ask', options: [] }, accountant);
    office.now += minute;
    office.centre('ticket.answer', { id, text: 'Любой' });
    office.now += minute;
    office.centre('ticket.note', { id, text: 'Второй раз за месяц' }, accountant);
    office.now += minute;
    office.centre('ticket.transfer', { id, queueId: office.itDesk, note: null }, accountant);
    expect(talk(id)).toEqual(['created', 'queued', 'taken', 'message', 'message', 'note', 'transferred']);
    const [, , , asked, answered, note, transferred] = card(id).talk;
    expect(asked).toMatchObject({ text: 'Какой банк?', fromDesk: true, deviceName: 'НСК-01', pending: false });
    expect(answered).toMatchObject({ text: 'Любой', fromDesk: false, authorName: 'Крылова Анна Сергеевна' });
    expect(note).toMatchObject({ authorId: accountant });
    expect(transferred).toMatchObject({ names: { [office.itDesk]: 'ИТ', [office.hrDesk]: 'Кадры' } });
    office.now += minute;
    office.here('ticket.answer', { id, text: 'Спасибо' });
    expect(card(id).talk.at(-1)).toMatchObject({ text: 'Спасибо', pending: true });
  });

  it('explains two times of a ticket that came late because its branch had no link', () => {
    const id = office.ask(office.certificate);
    const row = readRow(office.writer, 'ticket', id) as RowOf<'ticket'>;
    const receivedAt = row.occurredAt + 197 * minute;
    const measured = { respondedAt: receivedAt + 12 * minute, responseSpent: 12, responseLived: 300 };
    office.put('ticket', { ...row, ...measured, receivedAt, responseLate: 'link', responseDueAt: null });
    office.now += 300 * minute;
    // 10:00 to 13:17 with the beginning of lunch: three hours were worked.
    expect(card(id)).toMatchObject({
      twoTimes: { occurredAt: row.occurredAt, receivedAt, linkMinutes: 180, spent: 12 },
      response: { state: 'stopped', spent: 12, lived: 300, minutesLeft: -60, late: 'link' },
    });
  });

  it('lists the checklist with whose it is, the desk with what it has, links from both ends', () => {
    const id = office.ask(office.purchase, { values: { what: 'Стол', sum: 5_000_00 } });
    expect(card(id).tasks.map((one) => [one.title, one.state, one.queueName, one.employeeName, one.mine])).toEqual([
      ['Проверить характеристики', 'open', 'ИТ', null, false],
      ['Оплатить счёт', 'waiting', null, 'Бухарова Вера Ивановна', false],
    ]);
    office.deps.userId = lawyer;
    expect(card(id).tasks.map((one) => one.mine)).toEqual([true, false]);
    office.deps.userId = person;
    office.centre('ticket.take', { id }, accountant);
    const away = { employeeId: deputy, substituteId: lawyer, from: '2026-11-18', to: '2026-11-19', reason: null };
    office.centre('substitution.create', { ...away, kinds: ['tickets'] }, deputy);
    expect(card(id).desk).toEqual([
      { id: accountant, fullName: 'Бухарова Вера Ивановна', open: 1, limit: 10, away: false, substituteName: null },
      {
        id: deputy,
        fullName: 'Дёмин Павел Ильич',
        open: 0,
        limit: 10,
        away: true,
        substituteName: 'Юрин Олег Петрович',
      },
    ]);
    const other = office.ask(office.certificate);
    const link = { otherEntity: 'ticket' as const, otherId: other, kind: 'blocks' as const, linked: true };
    office.centre('ticket.link', { id, ...link }, accountant);
    expect(card(id).links).toMatchObject([
      { kind: 'blocks', otherId: other, title: 'Справка о доходах', state: 'open' },
    ]);
    expect(card(other).links).toMatchObject([{ kind: 'blocks_by', otherId: id }]);
    expect(card(other).others.map((one) => one.id)).toEqual([id]);
    office.centre('ticket.watch', { id, employeeId: lawyer, watching: true }, accountant);
    expect(card(id).watchers).toEqual([{ id: lawyer, fullName: 'Юрин Олег Петрович' }]);
  });

  it('says what each person may do, as the commands would', () => {
    const period = { from: '2026-12-14', to: '2026-12-20' };
    const id = office.ask(office.vacation, { values: { period, substitute: null } });
    expect(may(id, person)).toEqual(['own', 'edit', 'cancel']);
    expect(may(id, boss)).toEqual(['desk', 'edit', 'approve']);
    expect(may(id, lawyer)).toEqual([]);
    office.decides(boss, id);
    expect(may(id, person)).toEqual(['own', 'cancel']);
    expect(may(id, boss)).toEqual(['desk']);
    const other = office.ask(office.certificate);
    expect(may(other, accountant)).toEqual(['desk', 'take', 'edit']);
    office.centre('ticket.resolve', { id: other, solution: null }, accountant);
    expect(may(other, person)).toEqual(['own', 'reopen']);
    office.now += 40 * 24 * 60 * minute;
    expect(may(other, person)).toEqual(['own']);
  });
});
