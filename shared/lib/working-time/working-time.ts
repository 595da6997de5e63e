import type { DateText } from '#shared/lib/dates/dates.ts';
import type { Offset } from '#shared/lib/dates/local-time.ts';

/** What a production calendar says of a day: a day off, a day one hour shorter (ст. 95 ТК РФ), or a working day by transfer. */
export type CalendarDayKind = 'holiday' | 'short' | 'working';

/** A day that differs from the plain week. `movedFrom`: the day off was moved here from that date. */
export interface CalendarDay {
  readonly date: DateText;
  readonly kind: CalendarDayKind;
  readonly movedFrom?: DateText | undefined;
}

/** The production calendar of one year: only the days that differ from Monday to Friday. */
export interface CalendarYear {
  readonly year: number;
  readonly days: readonly CalendarDay[];
}

/** Working days of the week (1 Monday … 7 Sunday) and the working intervals of a day in minutes since local midnight. */
export interface Schedule {
  readonly days: readonly number[];
  readonly intervals: readonly (readonly [start: number, end: number])[];
}

/** Everything the working time of a branch follows from. */
export interface WorkingTime {
  readonly offsets: readonly Offset[];
  readonly schedule: Schedule;
  readonly calendar: readonly CalendarYear[];
}

/** Monday to Friday, 9:00–13:00 and 14:00–18:00: forty hours (ст. 91 ТК РФ). */
export const defaultSchedule: Schedule = {
  days: [1, 2, 3, 4, 5],
  intervals: [
    [9 * 60, 13 * 60],
    [14 * 60, 18 * 60],
  ],
};

/** False when the year has no calendar: its days follow the plain week, and who shows a date of it should say so. */
export function calendarKnown(time: WorkingTime, year: number): boolean {
  return time.calendar.some((each) => each.year === year);
}
