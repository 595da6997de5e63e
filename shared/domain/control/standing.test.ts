import { describe, expect, test } from 'vitest';
import { type Controlled, standingOf, WorkingDays } from '#shared/domain/control/standing.ts';
import { defaultSchedule, type WorkingTime } from '#shared/lib/working-time/working-time.ts';

/** Friday 12 June 2026 is a holiday, Monday 15 is not. */
const time: WorkingTime = {
  offsets: [{ from: null, minutes: 180 }],
  schedule: defaultSchedule,
  calendar: [{ year: 2026, days: [{ date: '2026-06-12', kind: 'holiday' }] }],
};
const paper = (given: Partial<Controlled>): Controlled => ({
  ...{ state: 'perform', doneOn: null, archivedAt: null, dueDate: '2026-06-10' },
  ...given,
});

describe('how a document with a due day stands', () => {
  test.each<[string, Partial<Controlled>, string, ReturnType<typeof standingOf>]>([
    ['before its day', {}, '2026-06-09', { standing: 'pending', daysLate: 0 }],
    ['on its day', {}, '2026-06-10', { standing: 'pending', daysLate: 0 }],
    ['the day after', {}, '2026-06-11', { standing: 'overdue', daysLate: 1 }],
    ['after a holiday and a weekend', {}, '2026-06-15', { standing: 'overdue', daysLate: 2 }],
    ['due on a Saturday, on Monday', { dueDate: '2026-06-06' }, '2026-06-08', { standing: 'pending', daysLate: 0 }],
    ['done in time', { state: 'done', doneOn: '2026-06-10' }, '2026-07-01', { standing: 'inTime', daysLate: 0 }],
    ['done on Tuesday', { state: 'done', doneOn: '2026-06-16' }, '2026-07-01', { standing: 'late', daysLate: 3 }],
    ['done on the holiday', { state: 'done', doneOn: '2026-06-12' }, '2026-07-01', { standing: 'late', daysLate: 1 }],
    ['done, nobody knows when', { state: 'done' }, '2026-07-01', { standing: 'undated', daysLate: 0 }],
    ['void', { state: 'void' }, '2026-07-01', null],
    ['in the archive, not done', { archivedAt: 5 }, '2026-07-01', null],
    [
      'late by its state only',
      { state: 'late', dueDate: '2026-07-03' },
      '2026-07-01',
      { standing: 'pending', daysLate: 0 },
    ],
  ])('%s', (_case, given, today, stands) => {
    expect(standingOf(paper(given), today, new WorkingDays(time))).toEqual(stands);
  });

  test('working days are counted without the first', () => {
    const days = new WorkingDays(time);
    expect(days.after('2026-06-08', '2026-06-08')).toBe(0);
    expect(days.after('2026-06-08', '2026-06-15')).toBe(4);
    // Earlier and later ones in any order.
    expect(days.after('2026-06-01', '2026-06-15')).toBe(9);
    expect(days.after('2026-06-08', '2026-06-22')).toBe(9);
    expect(days.after('2026-06-12', '2026-06-14')).toBe(0);
  });
});
