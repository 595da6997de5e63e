import type { Job } from '#server/jobs/job.ts';
import type { ReadTx } from '#server/sync/store-port.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';

/** Substitutions ordered ahead are few: nobody has a thousand holidays before them. */
const limit = 1_000;

/** Substitutions whose first day has begun where the absent person works. They end by themselves: rights are judged by their dates. */
export const beginSubstitutions: Job = async (tx, now, isNew) => {
  const rows = await reached(tx, now, 'pending', (row, today) => row.from <= today);
  return rows.filter((row) => isNew(`begin/${row.id}`)).map((row) => order('substitution.begin', row));
};

/** Substitutions that are over, and whose queues the substitute still sees. */
export const endSubstitutions: Job = async (tx, now, isNew) => {
  const rows = await reached(tx, now, 'lent', (row, today) => row.to < today);
  return rows.filter((row) => isNew(`end/${row.id}`)).map((row) => order('substitution.end', row));
};

const order = (name: string, row: RowOf<'substitution'>) => ({ name, v: 1, args: { id: row.id } });

type IsReached = (row: RowOf<'substitution'>, today: string) => boolean;

/** Those under a key for which the day has come, where the absent person works. */
async function reached(
  tx: ReadTx,
  now: number,
  key: 'pending' | 'lent',
  isReached: IsReached,
): Promise<RowOf<'substitution'>[]> {
  const rows = (await tx.byKey('substitution', key, key, limit, false)).map(({ row }) => row as RowOf<'substitution'>);
  if (rows.length === 0) return [];
  const employees = await tx.getMany(
    'employee',
    rows.map((row) => row.employeeId),
  );
  const branchOf = (row: RowOf<'substitution'>): string =>
    (employees.get(row.employeeId)?.row as RowOf<'employee'> | undefined)?.branchId ?? '';
  const branches = await tx.getMany('branch', [...new Set(rows.map(branchOf))]);
  return rows.filter((row) => {
    const branch = branches.get(branchOf(row))?.row as RowOf<'branch'> | undefined;
    return branch !== undefined && isReached(row, localDate(branch.offsets, now));
  });
}
