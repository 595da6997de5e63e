import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accountant,
  boss,
  ContractOffice,
  day,
  lawyer,
  minute,
  morning,
  step,
} from '#electron/core/app/queries/fixture/contract-office.ts';
import { home, person } from '#electron/core/app/queries/fixture/small-office.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';

const hour = 60 * minute;

describe('approval.analytics', () => {
  let office: ContractOffice;
  beforeEach(() => {
    office = new ContractOffice();
  });
  afterEach(() => office.close());

  const submitted = (subject: string, ...steps: RouteStep[]): string => {
    const id = office.contract({ subject, responsibleId: lawyer }, lawyer);
    office.centre('approval.submit', { documentId: id, routeId: null, steps, note: null }, lawyer);
    return id;
  };
  const report = (given: Partial<QueryArgs<'approval.analytics'>> = {}) =>
    office.query('approval.analytics', {
      from: '2026-11-16',
      to: '2026-11-29',
      branchIds: null,
      contracts: true,
      ...given,
    });

  it('counts rounds and their steps in working minutes of whoever decides', () => {
    const law = step('Юрист', [lawyer], { deadlineMinutes: 60 });
    const both = step('Вдвоём', [boss, accountant]);
    const first = submitted('Первый', law, both);
    const second = submitted('Второй', law);
    office.now = morning + 2 * hour;
    // Two hours for the first; the second waited until the same person was done with it, and was read in half an hour.
    office.decides(lawyer, first);
    office.now += 30 * minute;
    office.decides(lawyer, second);
    office.now = morning + 6 * hour;
    office.decides(boss, first);
    office.now = morning + day;
    // Three hours ahead: 13:00 to 18:00 without lunch and 9:00 to 13:00.
    office.decides(accountant, first);
    const found = report();
    expect(found.rounds).toMatchObject({ count: 2, mean: (480 + 150) / 2, p90: 480 });
    expect(found.steps.map(({ name, type, spread, split }) => [name, type, spread.count, spread.mean, split])).toEqual([
      ['Юрист', 'approval', 2, 135, { queue: 60, work: 75, waiting: 0 }],
      ['Вдвоём', 'approval', 1, 480 - 60, { queue: 0, work: 480 - 60, waiting: 0 }],
    ]);
    expect(found.bottleneck).toMatchObject({ name: 'Вдвоём', p90: 420, people: 2, slowest: [first] });
    expect(found).toMatchObject({ onTime: { met: 0, of: 2 }, returns: 0, overdue: 0, holders: [] });
    // In order of their end: the second ended first.
    expect(found.cases).toMatchObject({ ended: [second, first], returned: [], overdue: [] });
    expect(found.weeks).toMatchObject([
      { from: '2026-11-16', rounds: 2, minutes: 315, cases: [second, first] },
      { from: '2026-11-23', rounds: 0, minutes: 0 },
    ]);
  });

  it('tells who is asked now, who is late, and how often papers come back', () => {
    const ask = step('Директор', [boss], { deadlineMinutes: 240 });
    const returned = submitted('Вернётся', ask);
    office.decides(boss, returned, 'return');
    const agreed = submitted('Согласуют', ask);
    office.decides(boss, agreed);
    submitted('Висит', ask);
    submitted('Тоже', step('Все', [boss, person], { deadlineMinutes: null }));
    expect(report()).toMatchObject({ returns: 1, overdue: 0, rounds: { count: 2 } });
    office.now += 5 * hour;
    expect(report().holders.map((one) => [one.fullName, one.onTime, one.soon, one.late])).toEqual([
      ['Власов Игорь Олегович', 1, 1, 0],
      ['Крылова Анна Сергеевна', 1, 0, 0],
    ]);
    office.now += day;
    expect(report()).toMatchObject({ overdue: 1, holders: [{ employeeId: boss, late: 1, total: 2 }, { total: 1 }] });
  });

  it('keeps to the period, the branches and the kind of papers', () => {
    const id = submitted('Согласуют', step('Директор', [boss]));
    office.decides(boss, id);
    expect(report({ branchIds: [home] }).rounds.count).toBe(1);
    expect(report({ branchIds: [person] }).rounds.count).toBe(0);
    expect(report({ contracts: false }).rounds.count).toBe(0);
    expect(report({ from: '2026-11-19' }).rounds.count).toBe(0);
    expect(report({ to: '2026-11-17' }).rounds.count).toBe(0);
  });
});
