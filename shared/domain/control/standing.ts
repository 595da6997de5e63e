import type { DocumentRow } from '#shared/domain/document.ts';
import { type DateText, dateOf, dayNumber } from '#shared/lib/dates/dates.ts';
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
export function standingOf(row: Controlled, today: DateText, days: WorkingDays): Stood | null {
  if (dropped.includes(row.state)) return null;
  const isDone = row.state === 'done';
  if (!isDone && row.archivedAt !== null) return null;
  if (isDone && !row.doneOn) return { standing: 'undated', daysLate: 0 };
  const day = row.doneOn && isDone ? row.doneOn : today;
  const last = days.lastDay(row.dueDate);
  if (day <= last) return { standing: isDone ? 'inTime' : 'pending', daysLate: 0 };
  return { standing: isDone ? 'late' : 'overdue', daysLate: Math.max(1, days.after(last, day)) };
}

/** The working days of a branch, each day of them looked at once. */
export class WorkingDays {
  readonly #time: WorkingTime;
  readonly #last = new Map<DateText, DateText>();
  /** Working days up to a day, from the first one that was asked about. */
  readonly #upTo = new Map<DateText, number>();
  #first = Number.NaN;
  #end = Number.NaN;
  #sum = 0;

  constructor(time: WorkingTime) {
    this.#time = time;
  }

  /** The last day on which what is due is in time. */
  lastDay(due: DateText): DateText {
    const known = this.#last.get(due);
    if (known !== undefined) return known;
    const last = isWorkingDay(this.#time, due) ? due : nextWorkingDay(this.#time, due);
    this.#last.set(due, last);
    return last;
  }

  /** Working days after `from` up to `to`, both `yyyy-mm-dd`; the first is not counted. */
  after(from: DateText, to: DateText): number {
    const [before, until] = [this.#counted(from), this.#counted(to)];
    return until - before;
  }

  #counted(day: DateText): number {
    const known = this.#upTo.get(day);
    if (known !== undefined) return known;
    const wanted = dayNumber(day);
    // Days are asked about in any order; what lies before the first is counted from a new beginning.
    if (Number.isNaN(this.#first) || wanted < this.#first) this.#begin(wanted);
    for (let at = this.#end + 1; at <= wanted; at += 1) this.#add(at);
    return this.#upTo.get(day) ?? 0;
  }

  #begin(day: number): void {
    const end = this.#end;
    this.#upTo.clear();
    this.#sum = 0;
    this.#first = day;
    this.#end = day - 1;
    for (let at = day; at <= end; at += 1) this.#add(at);
  }

  #add(day: number): void {
    const date = dateOf(day);
    if (isWorkingDay(this.#time, date)) this.#sum += 1;
    this.#upTo.set(date, this.#sum);
    this.#end = day;
  }
}
