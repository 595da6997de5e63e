import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber } from '#shared/lib/dates/dates.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#shared/lib/working-time/working-minutes.ts';
import type { CalendarDay, Schedule, WorkingTime } from '#shared/lib/working-time/working-time.ts';
import { threadTime } from '#tests/support/thread-time.ts';

const minute = 60_000;
const firstDay = dayNumber('2025-12-15');
const days = 60;
const begin = firstDay * 86_400_000;

/** Schedules whose intervals are in order and apart: 2–6 bounds of the day. */
const scheduleOf: fc.Arbitrary<Schedule> = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  intervals: fc
    .uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 6 })
    .map((bounds) => bounds.toSorted((left, right) => left - right))
    .map((bounds) =>
      bounds.flatMap((start, n) => (n % 2 === 0 && bounds[n + 1] ? [[start, bounds[n + 1] ?? 0] as const] : [])),
    ),
});

const dayOf: fc.Arbitrary<CalendarDay> = fc.record({
  date: fc.integer({ min: firstDay, max: firstDay + days }).map(dateOf),
  kind: fc.constantFrom('holiday', 'short', 'working'),
});

const timeOf: fc.Arbitrary<WorkingTime> = fc.record({
  offsets: fc
    .uniqueArray(
      fc.record({ from: fc.integer({ min: 0, max: days * 1_440 }), minutes: fc.integer({ min: -840, max: 840 }) }),
      { maxLength: 4, selector: (change) => change.from },
    )
    .map((changes) => [
      { from: null, minutes: 180 },
      ...changes.map((one) => ({ ...one, from: begin + one.from * minute })),
    ]),
  schedule: scheduleOf,
  calendar: fc
    .uniqueArray(dayOf, { maxLength: 30, selector: (day) => day.date })
    .map((all) => [2025, 2026].map((year) => ({ year, days: all.filter((day) => day.date.startsWith(String(year))) }))),
});

const spans = fc.integer({ min: 0, max: 6_000 });
const instants = fc.integer({ min: begin, max: begin + days * 86_400_000 });

/** The definition, minute by minute with the machine's own calendar: does the branch work in the minute that begins here? */
function worksIn(time: WorkingTime): (instant: number) => boolean {
  const ofDay = new Map<string, ReadonlySet<number>>();
  const minutesOf = (local: Date): ReadonlySet<number> => {
    const date = local.toISOString().slice(0, 10);
    const known = ofDay.get(date);
    if (known) return known;
    const kind = time.calendar.flatMap((year) => year.days).find((day) => day.date === date)?.kind;
    const weekday = local.getUTCDay() || 7;
    const own = time.schedule.days.includes(weekday);
    const weekend = weekday === 6 || weekday === 7;
    const works = kind === undefined ? own : kind !== 'holiday' && (own || weekend);
    const all = works
      ? time.schedule.intervals.flatMap(([start, end]) => Array.from({ length: end - start }, (_, n) => start + n))
      : [];
    const minutes = new Set(kind === 'short' ? all.slice(0, -60) : all);
    ofDay.set(date, minutes);
    return minutes;
  };
  return (instant) => {
    const began = time.offsets.filter((each) => (each.from ?? Number.NEGATIVE_INFINITY) <= instant);
    const latest = began.reduce((left, right) =>
      (right.from ?? Number.NEGATIVE_INFINITY) >= (left.from ?? Number.NEGATIVE_INFINITY) ? right : left,
    );
    const local = new Date(instant + latest.minutes * minute);
    return minutesOf(local).has(local.getUTCHours() * 60 + local.getUTCMinutes());
  };
}

describe('working time, whatever the calendar, the schedule and the clocks', () => {
  it('is what passes minute by minute', () => {
    fc.assert(
      fc.property(
        timeOf,
        fc.integer({ min: 0, max: 30 * 1_440 }),
        fc.integer({ min: 1, max: 1_500 }),
        (time, start, span) => {
          const works = worksIn(time);
          const from = begin + start * minute;
          let expected = from;
          let worked = 0;
          const end = from + 20 * 86_400_000;
          while (worked < span && expected < end) {
            if (works(expected)) worked += 1;
            expected += minute;
          }
          expect(workingMinutesBetween(time, from, expected)).toBe(worked);
          if (worked === span) expect(addWorkingMinutes(time, from, span)).toBe(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('between a moment and its deadline lies what was given', () => {
    fc.assert(
      fc.property(timeOf, instants, spans, (time, from, span) => {
        expect(workingMinutesBetween(time, from, addWorkingMinutes(time, from, span))).toBe(span);
      }),
    );
  });

  it('a deadline is never moved back by beginning later or by being longer', () => {
    fc.assert(
      fc.property(timeOf, instants, instants, spans, spans, (time, one, other, short, more) => {
        const [from, later] = one < other ? [one, other] : [other, one];
        const due = addWorkingMinutes(time, from, short);
        expect(due).toBeGreaterThanOrEqual(from);
        expect(addWorkingMinutes(time, later, short)).toBeGreaterThanOrEqual(due);
        expect(addWorkingMinutes(time, from, short + more)).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it('two spans after each other are their sum', () => {
    fc.assert(
      fc.property(timeOf, instants, spans, spans, (time, from, first, second) => {
        const due = addWorkingMinutes(time, addWorkingMinutes(time, from, first), second);
        expect(due).toBe(addWorkingMinutes(time, from, first + second));
      }),
    );
  });

  it('neighbouring spans of whole minutes add up, and a span backwards is nothing', () => {
    const wholeMinutes = fc.integer({ min: 0, max: days * 1_440 }).map((n) => begin + n * minute);
    fc.assert(
      fc.property(timeOf, wholeMinutes, wholeMinutes, wholeMinutes, (time, ...moments) => {
        const [a = 0, b = 0, c = 0] = moments.toSorted((left, right) => left - right);
        expect(workingMinutesBetween(time, a, b) + workingMinutesBetween(time, b, c)).toBe(
          workingMinutesBetween(time, a, c),
        );
        expect(workingMinutesBetween(time, c, a)).toBe(0);
      }),
    );
  });

  it('a hundred thousand deadlines up to a year away take no walk through the days', () => {
    const time: WorkingTime = {
      offsets: [
        { from: null, minutes: 180 },
        { from: begin, minutes: 240 },
      ],
      schedule: {
        days: [1, 2, 3, 4, 5],
        intervals: [
          [540, 780],
          [840, 1_080],
        ],
      },
      calendar: [{ year: 2026, days: [{ date: '2026-01-01', kind: 'holiday' }] }],
    };
    let last = 0;
    const { milliseconds } = threadTime(() => {
      for (let n = 0; n < 100_000; n += 1) last = addWorkingMinutes(time, begin + n * 7 * minute, (n * 37) % 120_000);
    });
    expect(last).toBeGreaterThan(begin);
    // A walk of 365 days for each would take ten times as long on the slowest machine that builds this.
    expect(milliseconds).toBeLessThan(3_000);
  });
});
