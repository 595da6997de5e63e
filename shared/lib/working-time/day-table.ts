import { dayNumber, remainder, weekdayOf } from '#shared/lib/dates/dates.ts';
import {
  type CalendarDayKind,
  defaultSchedule,
  type Schedule,
  type WorkingTime,
} from '#shared/lib/working-time/working-time.ts';

type Intervals = readonly (readonly [start: number, end: number])[];

/**
 * The working minutes of every day. A day's own count is never summed up day by day: the plain week is arithmetic, and the
 * days that differ from it are a short sorted list with running sums.
 */
export interface DayTable {
  /** Working minutes of all days before a day (counted from some day long ago: only differences mean anything). */
  minutesBefore(day: number): number;
  /** Working intervals of a day, in order, none empty; no intervals on a day off. */
  intervalsOf(day: number): Intervals;
}

/** ст. 95 ТК РФ: the day before a holiday is one hour shorter. */
const shortBy = 60;

const none: Intervals = [];
const tables = new WeakMap<WorkingTime['calendar'], WeakMap<Schedule, DayTable>>();

/** The table of a branch, remembered by its calendar and schedule. */
export function dayTable({ calendar, schedule }: WorkingTime): DayTable {
  const ofCalendar = tables.get(calendar) ?? new WeakMap<Schedule, DayTable>();
  tables.set(calendar, ofCalendar);
  const table = ofCalendar.get(schedule) ?? build(calendar, schedule);
  ofCalendar.set(schedule, table);
  return table;
}

/** Sum of the lengths of intervals in minutes. */
export function lengthOf(intervals: Intervals): number {
  let length = 0;
  for (const [start, end] of intervals) length += end - start;
  return length;
}

function build(calendar: WorkingTime['calendar'], given: Schedule): DayTable {
  const { days, full } = sound(given);
  const short = shortened(full);
  const dayMinutes = lengthOf(full);
  const plain = (day: number): Intervals => (days.has(weekdayOf(day)) ? full : none);

  const exceptions = new Map<number, Intervals>();
  for (const { date, kind } of calendar.flatMap((year) => year.days)) {
    const day = dayNumber(date);
    exceptions.set(day, exceptional(kind, days, weekdayOf(day), full, short));
  }
  const dates = Int32Array.from(exceptions.keys()).toSorted();
  const sums = new Int32Array(dates.length + 1);
  for (const [n, day] of dates.entries()) {
    const difference = lengthOf(exceptions.get(day) ?? none) - lengthOf(plain(day));
    sums[n + 1] = (sums[n] ?? 0) + difference;
  }

  const daysInto = [0, 1, 2, 3, 4, 5, 6].map((n) => [...days].filter((each) => each <= n).length);
  return {
    minutesBefore(day) {
      // Weeks are counted from a Monday: 1970-01-01 was a Thursday.
      const fromMonday = day + 3;
      const workingDays = Math.floor(fromMonday / 7) * days.size + (daysInto[remainder(fromMonday, 7)] ?? 0);
      return workingDays * dayMinutes + (sums[countBelow(dates, day)] ?? 0);
    },
    intervalsOf: (day) => exceptions.get(day) ?? plain(day),
  };
}

/**
 * A short or transferred day is worked by whom its weekday belongs to, and a Saturday or Sunday by everybody (it stands for a
 * weekday given off); a branch that never works on Fridays does not begin to because a Friday is short.
 */
function exceptional(
  kind: CalendarDayKind,
  days: ReadonlySet<number>,
  weekday: number,
  full: Intervals,
  short: Intervals,
): Intervals {
  if (kind === 'holiday' || (weekday <= 5 && !days.has(weekday))) return none;
  return kind === 'short' ? short : full;
}

/** A schedule in order, without overlaps; one that has no working minute would make every deadline endless: the usual one stands in. */
function sound(schedule: Schedule): { days: ReadonlySet<number>; full: Intervals } {
  const days = new Set(schedule.days.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7));
  const full: [number, number][] = [];
  for (const [start, end] of schedule.intervals.toSorted((left, right) => left[0] - right[0])) {
    const from = Math.max(start, full.at(-1)?.[1] ?? 0);
    const to = Math.min(end, 1440);
    if (from < to) full.push([from, to]);
  }
  return days.size > 0 && full.length > 0 ? { days, full } : sound(defaultSchedule);
}

/** Without its last working hour; a day of an hour or less is a day off. */
function shortened(full: Intervals): Intervals {
  let left = lengthOf(full) - shortBy;
  const kept: [number, number][] = [];
  for (const [start, end] of full) {
    if (left <= 0) break;
    kept.push([start, Math.min(end, start + left)]);
    left -= end - start;
  }
  return kept;
}

/** How many of the sorted numbers are below a value. */
function countBelow(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
