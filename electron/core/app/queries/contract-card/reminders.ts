import { reminderDate } from '#shared/lib/working-time/working-days.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

/**
 * The day from which a person is reminded of a date: the earliest of its reminders, which never falls on a day off; the date
 * itself when it has none.
 */
export const remindedFrom = (time: WorkingTime, date: string, remindDays: readonly number[]): string =>
  remindDays.length === 0 ? date : reminderDate(time, date, Math.max(...remindDays));
