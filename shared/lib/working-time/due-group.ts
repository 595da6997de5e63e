import { localDate } from '#shared/lib/dates/local-time.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

export type DueGroup = 'overdue' | 'today' | 'later';

/** Where a deadline (UTC milliseconds; null: none) stands on the wall calendar of a branch. */
export function dueGroup(now: number, due: number | null, time: Pick<WorkingTime, 'offsets'>): DueGroup {
  if (due === null) return 'later';
  if (due < now) return 'overdue';
  return localDate(time.offsets, due) === localDate(time.offsets, now) ? 'today' : 'later';
}
