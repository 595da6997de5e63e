import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accountant,
  boss,
  day,
  deputy,
  lawyer,
  minute,
  morning,
} from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';
import { anyTicket, type TicketFilter } from '#shared/queries/ticket.ts';

describe('ticket.list and ticket.board', () => {
  let office: ServiceOffice;
  beforeEach(() => {
    office = new ServiceOffice();
  });
  afterEach(() => office.close());

  const list = (filter: Partial<TicketFilter> = {}, given: Partial<QueryArgs<'ticket.list'>> = {}) =>
    office.query('ticket.list', {
      filter: { ...anyTicket, ...filter },
      sort: 'breaks',
      descending: false,
      offset: 0,
      limit: 100,
      ...given,
    });
  const ids = (filter: Partial<TicketFilter> = {}, given: Partial<QueryArgs<'ticket.list'>> = {}) =>
    list(filter, given).rows.map((one) => one.id);

  it('shows both clocks in the working time of the requester, and what presses first', () => {
    const id = office.ask(office.certificate);
    expect(list().rows[0]).toMatchObject({
      id,
      requesterName: 'Крылова Анна Сергеевна',
      branchCity: 'Новосибирск',
      queueName: 'Кадры',
      stageName: 'В работе',
      urgency: 'work',
      response: { state: 'running', minutesLeft: 240, left: 1, target: 240, spent: 0, late: null, resumesAt: null },
      resolution: { state: 'running', minutesLeft: 960, target: 960 },
      unread: false,
      tasksOpen: 0,
    });
    // 10:00 → 13:00 and 14:00 → 14:15: three hours and a quarter of four.
    office.now = morning + (4 * 60 + 15) * minute;
    expect(list().rows[0]).toMatchObject({
      urgency: 'soon',
      response: { minutesLeft: 45, spent: 195, left: 45 / 240 },
    });
    office.now = morning + 5.5 * 60 * minute;
    expect(list()).toMatchObject({
      rows: [{ urgency: 'late', response: { state: 'running', minutesLeft: -30, late: 'own' } }],
      counts: { late: 1, soon: 0, work: 0 },
    });
    office.centre('ticket.take', { id }, accountant);
    office.centre('ticket.reply', { id, text: 'Готовим', next: 'none', options: [] }, accountant);
    expect(list().rows[0]).toMatchObject({
      urgency: 'work',
      assigneeName: 'Бухарова Вера Ивановна',
      response: { state: 'stopped', minutesLeft: -30, spent: 270, late: 'own', dueAt: null },
      resolution: { state: 'running', minutesLeft: 690 },
    });
  });

  it('names whoever does the work of an absent colleague', () => {
    office.ask(office.access);
    const away = { employeeId: lawyer, substituteId: deputy, from: '2026-11-18', to: '2026-11-19', reason: null };
    office.centre('substitution.create', { ...away, kinds: ['tickets'] }, lawyer);
    const names = { assigneeName: 'Дёмин Павел Ильич', insteadOfName: 'Юрин Олег Петрович' };
    expect(list().rows[0]).toMatchObject({ assigneeId: lawyer, ...names });
  });

  it('says when a sleeping clock goes on', () => {
    office.ask(office.certificate);
    // 19:00: the working day is over, the next one begins at 9:00.
    office.now = morning + 9 * 60 * minute;
    expect(list().rows[0]?.resolution).toMatchObject({ state: 'asleep', resumesAt: morning + 23 * 60 * minute });
    office.now = morning + 3.5 * 60 * minute;
    expect(list().rows[0]?.resolution).toMatchObject({ state: 'asleep', resumesAt: morning + 4 * 60 * minute });
  });

  it('keeps to the targets of a changed priority', () => {
    const policy = { name: 'Срочно', calendar: 'always' as const, steps: [] };
    const targets = { low: { response: 60, resolution: 100 }, normal: { response: 60, resolution: 100 } };
    const hasty = { response: 10, resolution: 20 };
    const made = office.centre(
      'sla_policy.create',
      { ...policy, targets: { ...targets, high: hasty, critical: hasty } },
      boss,
    );
    const service = office.service(office.card('Срочное'), { slaPolicyId: (made as { id: string }).id });
    const id = office.ask(service);
    office.centre('ticket.prioritize', { id, priority: 'high' }, accountant);
    expect(list().rows[0]).toMatchObject({
      response: { target: 10, minutesLeft: 10 },
      resolution: { target: 20, left: 1 },
    });
  });

  it('stands in the order of what breaks next, what is over newest first', () => {
    const [late, soon, work, waits, done] = [0, 1, 2, 3, 4].map((n) => {
      office.now = morning + n * 60 * minute;
      return office.ask(office.certificate);
    }) as [string, string, string, string, string];
    office.centre('ticket.reply', { id: waits, text: 'Что?', next: 'ask', options: [] }, accountant);
    office.centre('ticket.resolve', { id: done, solution: null }, accountant);
    // 15:30: the first is late by half an hour, the second has half an hour left.
    office.now = morning + 5.5 * 60 * minute;
    expect(list().rows.map((one) => one.urgency)).toEqual(['late', 'soon', 'work', 'waiting', 'resolved']);
    expect(ids()).toEqual([late, soon, work, waits, done]);
    expect(ids({}, { descending: true })).toEqual([done, waits, work, soon, late]);
    expect(ids({ urgencies: ['late', 'soon'] })).toEqual([late, soon]);
    expect(list({ urgencies: ['late'] })).toMatchObject({
      total: 1,
      counts: { late: 1, soon: 1, work: 1, waiting: 1, resolved: 1 },
    });
    expect(ids({}, { offset: 1, limit: 2 })).toEqual([soon, work]);
    expect(ids({}, { sort: 'occurredAt', descending: true })).toEqual([done, waits, work, soon, late]);
  });

  it('meets every condition of a filter', () => {
    const own = office.ask(office.certificate);
    office.now += day;
    const access = office.ask(office.access, { requesterId: accountant });
    office.centre('ticket.prioritize', { id: access, priority: 'high' }, lawyer);
    expect(ids({ queueIds: [office.itDesk] })).toEqual([access]);
    expect(ids({ serviceIds: [office.certificate] })).toEqual([own]);
    expect(ids({ assigneeIds: ['none'] })).toEqual([own]);
    expect(ids({ assigneeIds: [lawyer, deputy] })).toEqual([access]);
    expect(ids({ requesterId: person })).toEqual([own]);
    expect(ids({ priorities: ['high'] })).toEqual([access]);
    expect(ids({ states: ['open'] })).toEqual([own]);
    expect(ids({ period: { of: 'made', from: '2026-11-18', to: '2026-11-18' } })).toEqual([own]);
    expect(ids({ text: 'бухарова' })).toEqual([access]);
    expect(ids({ text: 'справка КРЫЛОВА' })).toEqual([own]);
    office.centre('ticket.resolve', { id: access, solution: null }, lawyer);
    office.centre('ticket.reopen', { id: access, reason: 'Нет' }, accountant);
    expect(ids({ reopened: true })).toEqual([access]);
    office.centre('ticket.resolve', { id: access, solution: null }, lawyer);
    office.centre('ticket.confirm', { id: access, rating: 4, comment: null }, accountant);
    expect(ids({ ratings: [4] })).toEqual([access]);
    expect(ids({ period: { of: 'ended', from: '2026-11-19', to: '2026-11-19' } })).toEqual([access]);
    expect(ids({ late: 'any' })).toEqual([own]);
    expect(ids({ late: 'link' })).toEqual([]);
  });

  it('sorts by names as people read them, nobody last', () => {
    const own = office.ask(office.certificate);
    const access = office.ask(office.access, { requesterId: accountant });
    expect(ids({}, { sort: 'requester' })).toEqual([access, own]);
    expect(ids({}, { sort: 'service' })).toEqual([access, own]);
    expect(ids({}, { sort: 'assignee' })).toEqual([access, own]);
    expect(ids({}, { sort: 'assignee', descending: true })).toEqual([access, own]);
    expect(ids({}, { sort: 'number' })).toEqual([own, access]);
    expect(ids({}, { sort: 'title', descending: true })).toEqual([own, access]);
  });

  it('lays tickets out by stage, with a place for every stage', () => {
    const service = office.service(office.card('Приём'), { stages: ['Анкета', 'Приказ'] });
    const [open, first, second, waits] = [0, 1, 2, 3].map(() => office.ask(service)) as [
      string,
      string,
      string,
      string,
    ];
    for (const id of [first, second, waits]) office.centre('ticket.take', { id }, accountant);
    office.centre('ticket.stage', { id: second, stage: 1 }, accountant);
    office.centre('ticket.reply', { id: waits, text: 'Где?', next: 'ask', options: [] }, accountant);
    const { columns } = office.query('ticket.board', { filter: { ...anyTicket, serviceIds: [service] } });
    expect(columns.map((one) => [one.key, one.name, one.total, one.rows.map((row) => row.id)])).toEqual([
      ['open', null, 1, [open]],
      ['working/0', 'Анкета', 1, [first]],
      ['working/1', 'Приказ', 1, [second]],
      ['waiting', null, 1, [waits]],
      ['resolved', null, 0, []],
    ]);
    office.ask(office.certificate);
    const all = office.query('ticket.board', { filter: anyTicket }).columns;
    expect(all.map((one) => one.name)).toEqual([null, 'Анкета / В работе', 'Приказ', null, null]);
  });
});
