import type { Job } from '#server/jobs/job.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';

/** Substitutions ordered ahead are few: nobody has a thousand holidays before them. */
const limit = 1_000;

/** Substitutions whose first day has begun where the absent person works. They end by themselves: rights are judged by their dates. */
export const beginSubstitutions: Job = async (tx, now, isNew) => {
  const pending = await tx.byKey('substitution', 'pending', 'pending', limit, false);
  if (pending.length === 0) return [];
  const rows = pending.map(({ row }) => row as RowOf<'substitution'>);
  const employees = await tx.getMany(
    'employee',
    rows.map((row) => row.employeeId),
  );
  const branchOf = (row: RowOf<'substitution'>): string =>
    (employees.get(row.employeeId)?.row as RowOf<'employee'> | undefined)?.branchId ?? '';
  const branches = await tx.getMany('branch', [...new Set(rows.map(branchOf))]);
  const begun = rows.filter((row) => {
    const branch = branches.get(branchOf(row))?.row as RowOf<'branch'> | undefined;
    return branch && row.from <= localDate(branch.offsets, now) && isNew(`begin/${row.id}`);
  });
  return begun.map((row) => ({ name: 'substitution.begin', v: 1, args: { id: row.id } }));
};
