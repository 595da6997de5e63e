import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { yearOf } from '#shared/lib/dates/dates.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';
import { type CalendarYear, defaultSchedule, type WorkingTime } from '#shared/lib/working-time/working-time.ts';

/** The working time of a branch around an instant: this year's calendar and the next one's. */
export function* branchTime(tx: Transaction, branchId: string, at: number): Reading<WorkingTime> {
  const branch = yield* tx.existing('branch', branchId);
  const year = yearOf(localDate(branch.offsets, at));
  const calendar: CalendarYear[] = [];
  for (const wanted of [year, year + 1]) {
    const found = yield* tx.byKey('working_calendar', 'year', String(wanted));
    if (found) calendar.push({ year: found.year, days: found.days });
  }
  return workingTimeOf(branch, calendar);
}

export const workingTimeOf = (branch: RowOf<'branch'>, calendar: readonly CalendarYear[]): WorkingTime => ({
  offsets: branch.offsets,
  schedule: branch.schedule ?? defaultSchedule,
  calendar,
});

/** The day it is in a branch when something happens there; a clock that is ahead does not put it after the centre has learned of it. */
export function* dayOf(tx: Transaction, { occurredAt, receivedAt }: Context, branchId: string): Reading<string> {
  return yield* todayIn(tx, branchId, Math.min(occurredAt, receivedAt ?? occurredAt));
}

/** The day it is in a branch. */
export function* todayIn(tx: Transaction, branchId: string, at: number): Reading<string> {
  const branch = yield* tx.existing('branch', branchId);
  return localDate(branch.offsets, at);
}
