import type { DocumentRow } from '#shared/domain/document.ts';
import { addDays, type DateText } from '#shared/lib/dates/dates.ts';
import { isWorkingDay, nextWorkingDay } from '#shared/lib/working-time/working-days.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

/** How a document that has a due day stands. undated: carried out before days were kept, so that nobody can say whether in time. */
export const standings = ['inTime', 'late', 'undated', 'overdue', 'pending'] as const;
export type Standing = (typeof standings)[number];

export type Controlled = Pick<DocumentRow, 'state' | 'doneOn' | 'archivedAt'> & { dueDate: DateText };

export interface Stood {
  standing: Standing;
  /** Working days after the due day until it was done, or until today; 0 when nothing is late. */
  daysLate: number;
}

const dropped: readonly string[] = ['void', 'refused'];

/**
 * How a document stands on a day of its branch; null: nothing has to be carried out in it. A due day that is a day off is kept by the
 * working day after it, as ст. 193 ГК РФ has it; late days are working days of the branch, one at least.
 */
export function standingOf(row: Controlled, today: DateText, time: WorkingTime): Stood | null {
  if (dropped.includes(row.state)) return null;
  const isDone = row.state === 'done';
  if (!isDone && row.archivedAt !== null) return null;
  if (isDone && !row.doneOn) return { standing: 'undated', daysLate: 0 };
  const day = row.doneOn && isDone ? row.doneOn : today;
  const last = lastDay(time, row.dueDate);
  if (day <= last) return { standing: isDone ? 'inTime' : 'pending', daysLate: 0 };
  return { standing: isDone ? 'late' : 'overdue', daysLate: Math.max(1, workingDaysAfter(time, last, day)) };
}

/** The last day on which what is due is in time. */
export const lastDay = (time: WorkingTime, due: DateText): DateText =>
  isWorkingDay(time, due) ? due : nextWorkingDay(time, due);

/** Working days after `from` up to `to`, both `yyyy-mm-dd`; the first is not counted. */
export function workingDaysAfter(time: WorkingTime, from: DateText, to: DateText): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(time, day)) count += 1;
  return count;
}
