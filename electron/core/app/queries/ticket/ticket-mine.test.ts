import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountant, boss, day, deputy, lawyer, minute } from '#electron/core/app/queries/fixture/contract-office.ts';
import { ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';
import { ticketRow } from '#electron/core/app/queries/fixture/ticket-rows.ts';

const period = { from: '2026-12-14', to: '2026-12-20' };

describe('ticket.mine', () => {
  let office: ServiceOffice;
  beforeEach(() => {
    office = new ServiceOffice();
  });
  afterEach(() => office.close());

  const mine = (ended = false, text: string | null = null, limit = 50) =>
    office.query('ticket.mine', { ended, text, limit });
  const segments = () => mine().tickets[0]?.segments.map((one) => [one.type, one.name, one.state]);

  it('tells who has a request: whoever agrees, the desk, whoever took it, nobody', () => {
    const id = office.ask(office.vacation, { values: { period, substitute: null } });
    expect(mine()).toMatchObject({ open: 1, waiting: 0, total: 1 });
    expect(mine().tickets[0]).toMatchObject({
      id,
      serviceName: 'Отпуск',
      icon: 'vacation',
      state: 'approval',
      holder: { type: 'person', employeeId: boss, fullName: 'Власов Игорь Олегович', others: 0, insteadOfName: null },
      minutesLeft: 480,
      left: 1,
      waitsFor: null,
      pending: false,
    });
    expect(segments()).toEqual([
      ['submitted', null, 'done'],
      ['approval', 'Руководитель', 'current'],
      ['stage', 'В работе', 'future'],
      ['done', null, 'future'],
    ]);
    office.decides(boss, id);
    expect(mine().tickets[0]).toMatchObject({ state: 'working', holder: { type: 'person', queueName: 'Кадры' } });
    expect(segments()?.map(([, , state]) => state)).toEqual(['done', 'done', 'current', 'future']);

    office.now += minute;
    const other = office.ask(office.certificate);
    expect(mine().tickets[0]).toMatchObject({
      id: other,
      holder: { type: 'desk', queueName: 'Кадры', employeeId: null },
      minutesLeft: 960,
    });
    office.centre('ticket.take', { id: other }, accountant);
    expect(mine().tickets[0]?.holder).toMatchObject({ type: 'person', employeeId: accountant });
    office.centre('ticket.resolve', { id: other, solution: 'Справка на столе' }, accountant);
    expect(mine()).toMatchObject({ open: 2, waiting: 1 });
    expect(mine().tickets[0]).toMatchObject({
      waitsFor: 'confirm',
      solution: 'Справка на столе',
      holder: { type: 'requester', employeeId: person },
    });
    office.centre('ticket.confirm', { id: other, rating: 5, comment: null });
    expect(mine()).toMatchObject({ open: 1, waiting: 0, total: 1 });
    expect(mine(true)).toMatchObject({ open: 1, total: 1 });
    expect(mine(true).tickets[0]).toMatchObject({ id: other, holder: { type: 'nobody' }, rating: 5, waitsFor: null });
  });

  it('names the substitute who agrees, or works, for somebody absent', () => {
    office.ask(office.vacation, { values: { period, substitute: null } });
    const names = { from: '2026-11-18', to: '2026-11-19', reason: null };
    office.centre(
      'substitution.create',
      { ...names, employeeId: boss, substituteId: deputy, kinds: ['approval'] },
      boss,
    );
    expect(mine().tickets[0]?.holder).toMatchObject({
      employeeId: deputy,
      fullName: 'Дёмин Павел Ильич',
      insteadOfName: 'Власов Игорь Олегович',
    });
    const id = office.ask(office.access);
    office.now += minute;
    expect(mine().tickets.find((one) => one.id === id)?.holder).toMatchObject({ employeeId: lawyer });
    office.centre(
      'substitution.create',
      { ...names, employeeId: lawyer, substituteId: deputy, kinds: ['tickets'] },
      lawyer,
    );
    expect(mine().tickets.find((one) => one.id === id)?.holder).toMatchObject({
      employeeId: deputy,
      insteadOfName: 'Юрин Олег Петрович',
    });
  });

  it('puts first what waits for the person, with what is asked', () => {
    const id = office.ask(office.certificate);
    office.now += minute;
    office.ask(office.certificate);
    office.centre('ticket.reply', { id, text: 'Для какого банка?', next: 'ask', options: ['Сбер', 'ВТБ'] }, accountant);
    expect(mine().tickets.map((one) => one.id)[0]).toBe(id);
    expect(mine().tickets[0]).toMatchObject({
      waitsFor: 'question',
      question: { text: 'Для какого банка?', options: ['Сбер', 'ВТБ'] },
      askedByName: 'Бухарова Вера Ивановна',
      minutesLeft: null,
      holder: { type: 'requester' },
    });
    const leave = office.ask(office.vacation, { values: { period, substitute: null } });
    office.decides(boss, leave, 'return');
    expect(mine().tickets.find((one) => one.id === leave)).toMatchObject({ waitsFor: 'rework', state: 'waiting' });
    expect(mine()).toMatchObject({ open: 3, waiting: 2 });
  });

  it('shows a request made here at once, as one that the centre has not seen', () => {
    office.here('ticket.create', {
      serviceId: office.certificate,
      serviceVersion: 1,
      requesterId: person,
      values: { purpose: 'В банк' },
      priority: null,
      title: null,
    });
    expect(mine().tickets[0]).toMatchObject({ pending: true, number: null, state: 'open' });
  });

  it('has what the person asked for on behalf of a colleague, and not what they split off as a desk', () => {
    const values = { purpose: 'Для банка' };
    const given = { serviceId: office.certificate, serviceVersion: 1, values, priority: null, title: null };
    const made = (requesterId: string, by: string) =>
      (office.centre('ticket.create', { ...given, requesterId }, by) as { id: string }).id;
    const forColleague = made(lawyer, person);
    const forMe = made(person, boss);
    office.now += minute;
    const own = office.ask(office.certificate);
    expect(mine().tickets.map((one) => [one.id, one.requesterName])).toEqual([
      [own, null],
      ...[forColleague, forMe]
        .sort()
        .reverse()
        .map((id) => [id, id === forMe ? null : 'Юрин Олег Петрович']),
    ]);
    const split = { requesterId: lawyer, serviceId: office.access, splitFromId: own };
    office.put('ticket', ticketRow(1, { ...split, authorId: person }));
    expect(mine()).toMatchObject({ total: 3 });
  });

  it('finds words of the title, the number and the service', () => {
    office.ask(office.certificate);
    office.now += day;
    office.ask(office.access);
    expect(mine(false, 'ДОХОД').tickets.map((one) => one.serviceName)).toEqual(['Справка о доходах']);
    expect(mine(false, 'нет такого').tickets).toEqual([]);
    expect(mine(false, null, 1)).toMatchObject({ total: 2, tickets: [{ serviceName: 'Доступ и учётные записи' }] });
  });
});
