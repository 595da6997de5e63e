import { addDays, type DateText, dateOf, dayNumber } from '#shared/lib/dates/dates.ts';
import { dayTable } from '#shared/lib/working-time/day-table.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

/** True when the branch works on a date, were it only a short day. */
export function isWorkingDay(time: WorkingTime, date: DateText): boolean {
  return dayTable(time).intervalsOf(dayNumber(date)).length > 0;
}

/** The last working day before a date. */
export function previousWorkingDay(time: WorkingTime, date: DateText): DateText {
  return addWorkingDays(time, date, -1);
}

/** The first working day after a date. */
export function nextWorkingDay(time: WorkingTime, date: DateText): DateText {
  return addWorkingDays(time, date, 1);
}

/** The n-th working day after a date (before it when negative), the date itself not counted; 0 gives the date. */
export function addWorkingDays(time: WorkingTime, date: DateText, n: number): DateText {
  const table = dayTable(time);
  const step = Math.sign(n);
  let day = dayNumber(date);
  for (let left = Math.abs(n); left > 0; ) {
    day += step;
    if (table.intervalsOf(day).length > 0) left -= 1;
  }
  return dateOf(day);
}

/** The day on which to remind of a date: so many calendar days ahead, and back to a working day when that one is off. */
export function reminderDate(time: WorkingTime, date: DateText, daysAhead: number): DateText {
  const day = addDays(date, -daysAhead);
  return isWorkingDay(time, day) ? day : previousWorkingDay(time, day);
}
