import { addDays, dateOf, type Offsets, offsetAt, weekdayOf } from '#renderer/i18n/format/dates.ts';

export type SnoozeChoice = 'hour' | 'tomorrow' | 'monday';

/** When a working morning begins, in minutes of the branch's clock. */
const MORNING = 9 * 60;

/** An instant from a calendar date and minutes of the branch's clock. */
export function instantIn(offsets: Offsets, date: string, minutes = MORNING): number {
  const asUtc = Date.parse(`${date}T00:00Z`) + minutes * 60_000;
  // The offset in force then may differ from the one in force at the same reading of the clock in UTC.
  const guess = asUtc - offsetAt(offsets, asUtc) * 60_000;
  return asUtc - offsetAt(offsets, guess) * 60_000;
}

/** Until when the choices of the menu put an item off, by the clock of the branch. */
export function snoozeTimes(now: number, offsets: Offsets): Record<SnoozeChoice, number> {
  const today = dateOf(now, offsetAt(offsets, now));
  // On a Monday «в понедельник» is the next one.
  const ahead = (8 - weekdayOf(today)) % 7 || 7;
  return {
    hour: now + 3_600_000,
    tomorrow: instantIn(offsets, addDays(today, 1)),
    monday: instantIn(offsets, addDays(today, ahead)),
  };
}
