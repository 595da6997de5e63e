import type { RowOf } from '#shared/domain/registry.ts';
import { parallelAbsences } from '#shared/domain/service/leave.ts';
import { addDays } from '#shared/lib/dates/dates.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Overlap = Omit<QueryResult<'vacation.schedule'>['overlaps'][number], 'departmentName'>;
type Person = Pick<RowOf<'employee'>, 'id' | 'branchId' | 'departmentId'>;

/** Periods in which the same people of one department are away together; those without a department stand together by branch. By their days. */
export function overlapsOf(
  people: readonly Person[],
  leaves: readonly RowOf<'vacation'>[],
  { from, to }: { from: string; to: string },
): Overlap[] {
  const groups = Map.groupBy(people, (one) => one.departmentId ?? `branch ${one.branchId}`);
  const overlaps = [...groups.values()].flatMap((group) => {
    const ids = new Set(group.map((one) => one.id));
    const own = leaves.filter((one) => ids.has(one.employeeId));
    return periodsOf(parallelAbsences(own, from, to), group[0]?.departmentId ?? null);
  });
  const place = ({ from: day, employeeIds }: Overlap): string => `${day} ${employeeIds.join()}`;
  return overlaps.sort((left, right) => (place(left) < place(right) ? -1 : 1));
}

function periodsOf(days: ReturnType<typeof parallelAbsences>, departmentId: string | null): Overlap[] {
  const periods: Overlap[] = [];
  for (const { date, employeeIds } of days) {
    const last = periods.at(-1);
    const goesOn = last && addDays(last.to, 1) === date && last.employeeIds.join() === employeeIds.join();
    if (goesOn) last.to = date;
    else periods.push({ departmentId, from: date, to: date, employeeIds });
  }
  return periods;
}
