import { dateOf, dayNumber, weekdayOf } from '#shared/lib/dates/dates.ts';
import { dayLength, localTime, type Offset } from '#shared/lib/dates/local-time.ts';

const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** The weeks of a period by their Mondays, each with what `start` makes; weeks in which nothing happened too. */
export function weeksOf<T>(from: string, to: string, start: () => T): { from: string; week: T }[] {
  const weeks = [];
  for (let day = mondayOf(dayNumber(from)); day <= dayNumber(to); day += 7)
    weeks.push({ from: dateOf(day), week: start() });
  return weeks;
}

/** Which of the weeks of a period that begins on `from` an instant falls into, by a branch's calendar. */
export function weekIndex(from: string, offsets: readonly Offset[], at: number): number {
  const day = Math.floor(localTime(offsets, at) / dayLength);
  return Math.floor((day - mondayOf(dayNumber(from))) / 7);
}
