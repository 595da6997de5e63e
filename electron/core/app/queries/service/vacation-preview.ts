import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { balanceOf } from '#electron/core/app/queries/service/balance.ts';
import { holidaysWithin } from '#electron/core/app/queries/service/holidays-within.ts';
import { employeeHere } from '#electron/core/app/queries/service/published.ts';
import { runReading } from '#electron/core/app/queries/service/run-reading.ts';
import { leavesBetween } from '#electron/core/app/queries/service/vacation-schedule.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { awayWithin, counts } from '#shared/commands/service/absence.ts';
import { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { leaveDays } from '#shared/domain/service/leave.ts';
import { daysBetween, isDate } from '#shared/lib/dates/dates.ts';
import { nextWorkingDay } from '#shared/lib/working-time/working-days.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** A longer one is a slip of the keyboard. */
const longest = 400;

const nothing: QueryResult<'vacation.preview'> = {
  days: 0,
  balance: null,
  left: null,
  holidays: [],
  own: [],
  colleagues: [],
  substituteAway: null,
  backOn: null,
};

/** What the days of a vacation would mean, by the rules of the request itself; nothing while they are no period. */
export function vacationPreview(
  db: Readable,
  { employeeId, from, to, substituteId, ticketId }: QueryArgs<'vacation.preview'>,
  deps: QueryDeps,
): QueryResult<'vacation.preview'> {
  const employee = employeeHere(db, employeeId);
  if (!employee || !isDate(from) || !isDate(to) || to < from || daysBetween(from, to) > longest) return nothing;
  const staff = staffOf(db, deps);
  const days = leaveDays(from, to);
  const balance = balanceOf(db, employeeId, from, ticketId);
  const own = rowsOf(db, 'vacation', 'WHERE employeeId = ? AND "from" <= ? AND "to" >= ?', employeeId, to, from).filter(
    (one) => counts(one.state) && (ticketId === null || one.ticketId !== ticketId),
  );
  const colleagues = leavesBetween(db, from, to, colleaguesOf(db, employee));
  const tx = new Transaction(employeeId, 'device');
  return {
    days,
    balance,
    left: balance && balance.available - days,
    holidays: holidaysWithin(from, to),
    own: own.map((one) => ({ from: one.from, to: one.to })),
    colleagues: colleagues.map((one) => ({
      employeeId: one.employeeId,
      fullName: staff.nameOf(one.employeeId) ?? '',
      from: one.from,
      to: one.to,
    })),
    substituteAway: substituteId === null ? null : runReading(db, awayWithin(tx, substituteId, from, to)),
    backOn: backOn(staff.timeOf(employeeId), to),
  };
}

/** The day of return. The calendar of the next year may not be here yet: its holidays are those of the law all the same. */
function backOn(time: WorkingTime, to: string): string {
  let day = nextWorkingDay(time, to);
  while (leaveDays(day, day) === 0) day = nextWorkingDay(time, day);
  return day;
}

/** The others of the department; of the branch, when the person has none. */
function colleaguesOf(db: Readable, { id, branchId, departmentId }: RowOf<'employee'>): ReadonlySet<string> {
  const [where, value] = departmentId
    ? ['departmentId = ?', departmentId]
    : ['branchId = ? AND departmentId IS NULL', branchId];
  const others = rowsOf(db, 'employee', `WHERE state = 'active' AND ${where} AND id <> ?`, value, id);
  return new Set(others.map((one) => one.id));
}
