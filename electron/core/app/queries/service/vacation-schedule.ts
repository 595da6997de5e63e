import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { namesOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { balanceOf } from '#electron/core/app/queries/service/balance.ts';
import { holidaysWithin } from '#electron/core/app/queries/service/holidays-within.ts';
import { overlapsOf } from '#electron/core/app/queries/service/overlaps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { ScheduleLine } from '#shared/queries/service.ts';

/** The vacations of a year, whether in force, asked for or planned, by branch, department and name. */
export function vacationSchedule(
  db: Readable,
  { year, branchId, departmentId }: QueryArgs<'vacation.schedule'>,
  deps: QueryDeps,
): QueryResult<'vacation.schedule'> {
  const first = `${String(year).padStart(4, '0')}-01-01`;
  const last = `${first.slice(0, 4)}-12-31`;
  const people = rowsOf(db, 'employee', `WHERE state = 'active'`).filter(
    (one) =>
      (branchId === null || one.branchId === branchId) && (departmentId === null || one.departmentId === departmentId),
  );
  const leaves = leavesBetween(db, first, last, new Set(people.map((one) => one.id)));
  const departments = namesOf(
    db,
    'department',
    people.map((one) => one.departmentId),
  );
  const branches = new Map(
    rowsOf(db, 'branch', 'ORDER BY position, id').map((one, position) => [one.id, { city: one.city, position }]),
  );
  const staff = staffOf(db, deps);
  const numbers = ticketNumbers(db, leaves);
  const lines = people.map((person): ScheduleLine => {
    const today = staff.todayOf(person.id);
    return {
      employeeId: person.id,
      fullName: person.fullName,
      position: person.position,
      departmentName: departments.get(person.departmentId ?? '') ?? null,
      branchCity: branches.get(person.branchId)?.city ?? '',
      balance: balanceOf(db, person.id, today < first ? first : today > last ? last : today),
      leaves: leaves
        .filter((one) => one.employeeId === person.id)
        .map((one) => ({
          ...one,
          substituteName: staff.nameOf(one.substituteId),
          ticketNumber: numbers.get(one.ticketId ?? '') ?? null,
        })),
    };
  });
  const placeOf = new Map(
    people.map((one) => {
      const place = String(branches.get(one.branchId)?.position ?? 0).padStart(4, '0');
      const department = sortKey(departments.get(one.departmentId ?? '') ?? '');
      return [one.id, `${place} ${department} ${sortKey(one.fullName)} ${one.id}`];
    }),
  );
  const place = (line: ScheduleLine): string => placeOf.get(line.employeeId) ?? '';
  return {
    lines: lines.sort((left, right) => (place(left) < place(right) ? -1 : 1)),
    overlaps: overlapsOf(people, leaves, { from: first, to: last }).map((one) => ({
      ...one,
      departmentName: departments.get(one.departmentId ?? '') ?? null,
    })),
    holidays: holidaysWithin(first, last),
  };
}

/** Those who share a day with a period and have not been called off, by their first days. */
export const leavesBetween = (
  db: Readable,
  from: string,
  to: string,
  people: ReadonlySet<string>,
): RowOf<'vacation'>[] =>
  rowsOf(
    db,
    'vacation',
    `WHERE "from" <= ? AND "to" >= ? AND state NOT IN ('cancelled', 'rejected') ORDER BY "from", id`,
    to,
    from,
  ).filter((one) => people.has(one.employeeId));

function ticketNumbers(db: Readable, leaves: readonly RowOf<'vacation'>[]): Map<string, string> {
  const ids = leaves.flatMap((one) => one.ticketId ?? []);
  const sql = 'SELECT id, number FROM ticket WHERE number IS NOT NULL AND id IN (SELECT value FROM json_each(?))';
  return new Map(prepared(db, sql).raw().all(JSON.stringify(ids)) as [string, string][]);
}
