import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Leave,
  type LeaveState,
  lastDay,
  leaveBalance,
  leaveDays,
  overlapping,
  parallelAbsences,
} from '#shared/domain/service/leave.ts';
import { addDays, dateOf, dayNumber, daysBetween } from '#shared/lib/dates/dates.ts';

describe('days of a vacation', () => {
  it.each([
    ['two plain weeks', '2026-07-06', '2026-07-19', 14],
    ['one day', '2026-07-06', '2026-07-06', 1],
    ['12 June is none of them', '2026-06-08', '2026-06-21', 13],
    ['1 and 9 May are none, 11 May given back for the 9th is one', '2026-05-01', '2026-05-14', 12],
    ['9 January, a day off moved there, is one', '2026-01-01', '2026-01-11', 3],
    ['31 December, a day off moved there, is one', '2025-12-31', '2026-01-08', 1],
    ['only holidays', '2026-01-01', '2026-01-08', 0],
    ['a whole year', '2026-01-01', '2026-12-31', 365 - 14],
    ['over the leap day', '2024-02-20', '2024-03-10', 18],
    ['4 November', '2026-11-02', '2026-11-08', 6],
    ['an end before its beginning', '2026-07-07', '2026-07-06', 0],
  ])('%s', (_name, from, to, days) => {
    expect(leaveDays(from, to)).toBe(days);
  });

  it.each([
    ['2026-07-06', 14, '2026-07-19'],
    ['2026-06-08', 14, '2026-06-22'],
    ['2025-12-29', 14, '2026-01-19'],
    ['2026-01-01', 1, '2026-01-09'],
    ['2026-02-22', 1, '2026-02-22'],
    ['2026-02-22', 2, '2026-02-24'],
    ['2026-07-06', 0, '2026-07-05'],
  ])('from %s, %i days last until %s', (from, days, to) => {
    expect(lastDay(from, days)).toBe(to);
  });

  it('are all days of a year but the fourteen of the law', () => {
    const year = Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n));
    expect(year.filter((date) => leaveDays(date, date) === 0).map((date) => date.slice(5))).toEqual([
      ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
      ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
    ]);
  });

  const dates = fc.integer({ min: dayNumber('2023-12-01'), max: dayNumber('2028-12-31') }).map(dateOf);

  it('the last day is the first one that has them all', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 400 }), (from, days) => {
        const to = lastDay(from, days);
        expect(leaveDays(from, to)).toBe(days);
        expect(leaveDays(from, addDays(to, -1))).toBe(days - 1);
      }),
    );
  });

  it('a vacation in two parts has the days of both', () => {
    fc.assert(
      fc.property(dates, fc.nat(300), fc.nat(300), (from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second + 1);
        expect(leaveDays(from, middle) + leaveDays(addDays(middle, 1), to)).toBe(leaveDays(from, to));
        expect(leaveDays(from, to)).toBeLessThanOrEqual(daysBetween(from, to) + 1);
      }),
    );
  });
});

describe('the balance', () => {
  const grants = [
    { from: '2025-03-10', days: 28 },
    { from: '2026-03-10', days: 28 },
  ];
  const leave = (from: string, to: string, state: LeaveState): Leave => ({ from, to, state });

  it('counts a working year from its first day on', () => {
    expect(leaveBalance(grants, [], '2026-03-09').available).toBe(28);
    expect(leaveBalance(grants, [], '2026-03-10').available).toBe(56);
    expect(leaveBalance(grants, [], '2025-03-09').available).toBe(0);
  });

  it('takes what is approved and what is requested, holidays not among them', () => {
    const leaves = [
      leave('2025-06-09', '2025-06-22', 'taken'),
      leave('2026-07-06', '2026-07-12', 'approved'),
      leave('2026-08-03', '2026-08-05', 'requested'),
      leave('2026-09-07', '2026-09-20', 'planned'),
      leave('2026-10-05', '2026-10-11', 'rejected'),
    ];
    expect(leaveBalance(grants, leaves, '2026-04-01')).toEqual({ granted: 56, used: 20, planned: 3, available: 33 });
  });

  it('may be overdrawn, and corrected', () => {
    const leaves = [leave('2025-07-01', '2025-07-30', 'approved')];
    expect(leaveBalance(grants, leaves, '2025-08-01').available).toBe(-2);
    expect(leaveBalance([...grants, { from: '2025-08-01', days: -3 }], leaves, '2025-08-01').available).toBe(-5);
  });

  const leaveOf: fc.Arbitrary<Leave> = fc
    .record({
      start: fc.nat(700),
      length: fc.nat(30),
      state: fc.constantFrom<LeaveState>('planned', 'requested', 'approved', 'taken', 'cancelled', 'rejected'),
    })
    .map(({ start, length, state }) => {
      const from = addDays('2025-03-10', start);
      return { from, to: addDays(from, length), state };
    });

  it('cancelling returns exactly the days', () => {
    fc.assert(
      fc.property(fc.array(leaveOf, { maxLength: 8 }), leaveOf, (others, one) => {
        const without = leaveBalance(grants, others, '2026-04-01');
        expect(leaveBalance(grants, [...others, { ...one, state: 'cancelled' }], '2026-04-01')).toEqual(without);
        const approved = leaveBalance(grants, [...others, { ...one, state: 'approved' }], '2026-04-01');
        expect(without.available - approved.available).toBe(leaveDays(one.from, one.to));
      }),
    );
  });
});

describe('who else is away', () => {
  const away = (employeeId: string, from: string, to: string, state: LeaveState = 'approved') => ({
    employeeId,
    from,
    to,
    state,
  });
  const leaves = [
    away('б', '2026-07-10', '2026-07-12'),
    away('а', '2026-07-01', '2026-07-10'),
    away('в', '2026-07-12', '2026-07-20', 'planned'),
    away('г', '2026-07-01', '2026-07-31', 'cancelled'),
    away('а', '2026-07-09', '2026-07-10', 'requested'),
  ];

  it('shares a day, the first and the last included', () => {
    const names = (from: string, to: string) => overlapping(leaves, from, to).map(({ employeeId }) => employeeId);
    expect(names('2026-07-10', '2026-07-10')).toEqual(['б', 'а', 'а']);
    expect(names('2026-07-11', '2026-07-11')).toEqual(['б']);
    expect(names('2026-07-13', '2026-08-31')).toEqual(['в']);
    expect(names('2026-07-21', '2026-07-31')).toEqual([]);
    expect(names('2026-07-12', '2026-07-10')).toEqual([]);
  });

  it('names the days on which more than one is away, each person once', () => {
    expect(parallelAbsences(leaves, '2026-07-01', '2026-07-31')).toEqual([
      { date: '2026-07-10', employeeIds: ['а', 'б'] },
      { date: '2026-07-12', employeeIds: ['б', 'в'] },
    ]);
    expect(parallelAbsences(leaves, '2026-07-11', '2026-07-11')).toEqual([]);
    expect(parallelAbsences(leaves, '2026-07-12', '2026-07-12')).toHaveLength(1);
  });
});
