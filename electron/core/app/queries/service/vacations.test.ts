import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountant, away, boss, deputy, lawyer } from '#electron/core/app/queries/fixture/contract-office.ts';
import { chancery, ServiceOffice } from '#electron/core/app/queries/fixture/service-office.ts';
import { person } from '#electron/core/app/queries/fixture/small-office.ts';

let office: ServiceOffice;
beforeEach(() => {
  office = new ServiceOffice();
});
afterEach(() => office.close());

describe('the schedule of a year', () => {
  const schedule = (given: { year?: number; branchId?: string; departmentId?: string } = {}) =>
    office.query('vacation.schedule', { year: 2026, branchId: null, departmentId: null, ...given });

  test('has everybody by branch, department and name, with their vacations and balance', () => {
    office.grant(person, '2026-03-01', 28);
    const ticketId = office.ask(office.vacation, {
      values: { period: { from: '2026-12-07', to: '2026-12-11' }, substitute: lawyer },
    });
    office.leave(1, { employeeId: lawyer, state: 'planned', from: '2026-08-03', to: '2026-08-16' });
    const { lines } = schedule();
    expect(lines.map((one) => [one.fullName, one.departmentName, one.branchCity])).toEqual([
      ['Власов Игорь Олегович', null, 'Новосибирск'],
      ['Дёмин Павел Ильич', null, 'Новосибирск'],
      ['Крылова Анна Сергеевна', 'Канцелярия', 'Новосибирск'],
      ['Юрин Олег Петрович', 'Канцелярия', 'Новосибирск'],
      ['Бухарова Вера Ивановна', null, 'Владивосток'],
    ]);
    expect(lines[2]).toMatchObject({
      balance: { granted: 28, used: 0, planned: 5, available: 23 },
      leaves: [{ ticketId, state: 'requested', substituteName: 'Юрин Олег Петрович', ticketNumber: 'З-00001' }],
    });
    expect(lines[3]).toMatchObject({ balance: null, leaves: [{ state: 'planned', ticketNumber: null }] });
  });

  test('has what shares a day with the year and was not called off, of the branch and department asked for', () => {
    office.leave(1, { from: '2025-12-29', to: '2026-01-02' });
    office.leave(2, { from: '2026-12-30', to: '2027-01-10' });
    office.leave(3, { from: '2027-01-01', to: '2027-01-10' });
    office.leave(4, { state: 'cancelled' });
    office.leave(5, { state: 'rejected' });
    const leaves = schedule({ departmentId: chancery }).lines.flatMap((one) => one.leaves.map((leave) => leave.from));
    expect(leaves).toEqual(['2025-12-29', '2026-12-30']);
    expect(schedule({ branchId: away }).lines.map((one) => one.employeeId)).toEqual([accountant]);
    expect(schedule({ year: 2027 }).lines.flatMap((one) => one.leaves)).toHaveLength(2);
  });

  test('tells when the same people of a department are away together', () => {
    office.leave(1, { from: '2026-12-01', to: '2026-12-10' });
    office.leave(2, { employeeId: lawyer, state: 'planned', from: '2026-12-08', to: '2026-12-20' });
    office.leave(3, { employeeId: boss, from: '2026-12-10', to: '2026-12-12' });
    office.leave(4, { employeeId: deputy, from: '2026-12-12', to: '2026-12-12' });
    office.leave(5, { from: '2026-12-17', to: '2026-12-17' });
    expect(schedule().overlaps).toEqual([
      {
        departmentId: chancery,
        departmentName: 'Канцелярия',
        from: '2026-12-08',
        to: '2026-12-10',
        employeeIds: [person, lawyer],
      },
      { departmentId: null, departmentName: null, from: '2026-12-12', to: '2026-12-12', employeeIds: [boss, deputy] },
      {
        departmentId: chancery,
        departmentName: 'Канцелярия',
        from: '2026-12-17',
        to: '2026-12-17',
        employeeIds: [person, lawyer],
      },
    ]);
  });

  test('has the holidays that no vacation counts', () => {
    const { holidays } = schedule();
    expect(holidays).toHaveLength(14);
    expect(holidays).toContain('2026-11-04');
    expect(holidays).not.toContain('2026-11-03');
  });
});

describe('the preview of a vacation', () => {
  const preview = (given: { from?: string; to?: string; substituteId?: string; ticketId?: string } = {}) =>
    office.query('vacation.preview', {
      employeeId: person,
      from: '2026-10-26',
      to: '2026-11-08',
      substituteId: null,
      ticketId: null,
      ...given,
    });

  test('counts its days, what is left, and the first working day after it', () => {
    office.grant(person, '2026-03-01', 28);
    expect(preview()).toEqual({
      days: 13,
      balance: { granted: 28, used: 0, planned: 0, available: 28 },
      left: 15,
      holidays: ['2026-11-04'],
      own: [],
      colleagues: [],
      substituteAway: null,
      backOn: '2026-11-09',
    });
    // The day after is a holiday.
    expect(preview({ to: '2026-11-03' }).backOn).toBe('2026-11-05');
    // The calendar of 2027 is not here: its holidays are known by the law.
    expect(preview({ from: '2026-12-28', to: '2026-12-31' }).backOn).toBe('2027-01-11');
  });

  test('has the balance of its first day, and none where nobody entered what is due', () => {
    expect(preview()).toMatchObject({ balance: null, left: null });
    office.grant(person, '2026-11-01', 28);
    expect(preview()).toMatchObject({ balance: { available: 0 }, left: -13 });
  });

  test('names own vacations in the way, but neither plans nor the request itself', () => {
    const ticketId = office.ask(office.vacation, {
      values: { period: { from: '2026-12-07', to: '2026-12-11' }, substitute: lawyer },
    });
    office.grant(person, '2026-03-01', 28);
    office.leave(1, { state: 'planned' });
    const days = { from: '2026-12-10', to: '2026-12-15' };
    expect(preview(days)).toMatchObject({
      own: [{ from: '2026-12-07', to: '2026-12-11' }],
      balance: { available: 23 },
    });
    expect(preview({ ...days, ticketId })).toMatchObject({ own: [], balance: { available: 28 } });
  });

  test('names the colleagues of the department who are away, and a substitute who is', () => {
    office.leave(1, { employeeId: lawyer, from: '2026-11-06', to: '2026-11-12' });
    office.leave(2, { employeeId: deputy, from: '2026-11-06', to: '2026-11-12' });
    office.leave(3, { from: '2026-11-05', to: '2026-11-06' });
    expect(preview({ substituteId: deputy })).toMatchObject({
      colleagues: [{ employeeId: lawyer, fullName: 'Юрин Олег Петрович', from: '2026-11-06', to: '2026-11-12' }],
      substituteAway: { from: '2026-11-06', to: '2026-11-12' },
    });
    expect(preview({ substituteId: boss }).substituteAway).toBeNull();
  });

  test('says nothing of what is no period', () => {
    for (const [from, to] of [
      ['2026-11-08', '2026-11-07'],
      ['', '2026-11-07'],
      ['2026-11-08', '9999-12-31'],
    ] as const)
      expect(preview({ from, to })).toMatchObject({ days: 0, backOn: null });
  });
});
