import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
import { anyTicket } from '#shared/queries/ticket.ts';

let office: ServiceOffice;
beforeEach(() => {
  office = new ServiceOffice();
});
afterEach(() => office.close());

const counts = (userId: string) => {
  office.deps.userId = userId;
  return office.query('queue.counts', {});
};
const hr = (userId: string = deputy) => counts(userId).queues.find((one) => one.id === office.hrDesk);

describe('a desk', () => {
  test('is that of its members, with what is open, of nobody and mine', () => {
    const [first, second, third] = [1, 2, 3].map(() => office.ask(office.certificate));
    for (const id of [first, second]) office.centre('ticket.take', { id: id ?? '' }, deputy);
    office.centre('ticket.reply', { id: second ?? '', text: 'Куда?', next: 'ask', options: [] }, deputy);
    expect(counts(deputy)).toEqual({
      queues: [
        {
          id: office.hrDesk,
          name: 'Кадры',
          open: 3,
          unassigned: 1,
          late: 0,
          soon: 0,
          mine: 2,
          limit: 10,
          onTime: null,
          lentUntil: null,
          insteadOfName: null,
        },
      ],
      mine: 0,
      waitsForMe: 0,
      // What is asked of the requester is nothing the desk can do.
      desk: 2,
    });
    expect(hr(accountant)).toMatchObject({ open: 3, mine: 0 });
    expect(counts(accountant).desk).toBe(1);
    expect(counts(person).queues).toEqual([]);
    office.centre('ticket.cancel', { id: third ?? '', reason: null }, person);
    expect(hr()?.open).toBe(2);
  });

  test('counts what is not agreed yet for nobody', () => {
    const values = { period: { from: '2026-12-07', to: '2026-12-11' }, substitute: lawyer };
    const id = office.ask(office.vacation, { values });
    expect(hr()?.open).toBe(0);
    office.decides(boss, id);
    expect(hr()?.open).toBe(1);
  });

  test('tells what is near its due time in working hours, and what is past it', () => {
    office.ask(office.certificate);
    const at = (hours: number, minutes: number) => {
      office.now = morning + (hours * 60 + minutes - 600) * minute;
      // The list of the desk says the same.
      const filter = { ...anyTicket, queueIds: [office.hrDesk] };
      const { counts: listed } = office.query('ticket.list', {
        filter,
        sort: 'breaks',
        descending: false,
        offset: 0,
        limit: 9,
      });
      expect([hr()?.soon, hr()?.late]).toEqual([listed.soon, listed.late]);
      return [hr()?.soon, hr()?.late];
    };
    // Four working hours from 10:00 with a break: due at 15:00, and near it with less than 48 minutes left.
    expect(at(14, 12)).toEqual([0, 0]);
    expect(at(14, 13)).toEqual([1, 0]);
    expect(at(15, 0)).toEqual([1, 0]);
    expect(at(15, 1)).toEqual([0, 1]);
  });

  test('does not take the night for working time', () => {
    office.now = morning + 4.5 * 60 * minute;
    office.ask(office.certificate);
    // Asked at 14:30, due the next day at 9:30: with the night it would be far from near in the evening.
    office.now = morning + (7 * 60 + 42) * minute;
    expect(hr()?.soon).toBe(0);
    office.now += minute;
    expect(hr()?.soon).toBe(1);
  });

  test('says how many of the last week kept both due times', () => {
    for (const hours of [1, 6]) {
      office.now = morning;
      const id = office.ask(office.certificate);
      office.now = morning + hours * 60 * minute;
      office.centre('ticket.resolve', { id, solution: null }, deputy);
      office.centre('ticket.confirm', { id, rating: null, comment: null }, person);
    }
    expect(hr()?.onTime).toEqual({ met: 1, of: 2 });
    office.now += 7 * day - 4 * 60 * minute;
    expect(hr()?.onTime).toEqual({ met: 0, of: 1 });
    office.now += day;
    expect(hr()?.onTime).toBeNull();
  });

  test('is lent to whoever stands in, with what the absent person has', () => {
    const id = office.ask(office.certificate);
    office.centre('ticket.take', { id }, deputy);
    const days = { from: '2026-11-18', to: '2026-11-20', reason: null };
    const kinds = ['queues' as const, 'tickets' as const];
    office.centre('substitution.create', { employeeId: deputy, substituteId: lawyer, kinds, ...days }, boss);
    const seen = counts(lawyer);
    expect(seen.queues.map((one) => one.name)).toEqual(['ИТ', 'Кадры']);
    expect(seen.queues[1]).toMatchObject({
      open: 1,
      mine: 0,
      limit: null,
      lentUntil: '2026-11-20',
      insteadOfName: 'Дёмин Павел Ильич',
    });
    expect(seen.desk).toBe(1);
    expect(seen.queues[0]).toMatchObject({ lentUntil: null, limit: 10 });
  });

  test('that was put away is none', () => {
    office.centre('queue.archive', { id: office.hrDesk, archived: true }, boss);
    expect(counts(deputy).queues).toEqual([]);
  });
});

test('own requests are those on their way, and of them those that wait for the person', () => {
  const [asked, resolved, closed] = [1, 2, 3].map(() => office.ask(office.certificate));
  office.ask(office.access, { requesterId: lawyer });
  office.centre('ticket.reply', { id: asked ?? '', text: 'Куда?', next: 'ask', options: [] }, deputy);
  for (const id of [resolved, closed]) office.centre('ticket.resolve', { id: id ?? '', solution: null }, deputy);
  office.centre('ticket.confirm', { id: closed ?? '', rating: 5, comment: null }, person);
  expect(counts(person)).toMatchObject({ mine: 2, waitsForMe: 2 });
  expect(counts(lawyer)).toMatchObject({ mine: 1, waitsForMe: 0 });
});
