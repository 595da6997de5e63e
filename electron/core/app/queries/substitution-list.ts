import { type Staff, staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { SubstitutionLine } from '#shared/queries/company.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Most lines shown; of more the latest. */
const mostLines = 1_000;

/** Substitutions of one person (who is away or stands in), or of everybody; the latest period first. */
export function substitutionList(
  db: Readable,
  { employeeId }: QueryArgs<'substitution.list'>,
  deps: QueryDeps,
): QueryResult<'substitution.list'> {
  const order = 'ORDER BY "from" DESC, createdAt DESC, id DESC LIMIT ?';
  const rows =
    employeeId === null
      ? rowsOf(db, 'substitution', order, mostLines)
      : rowsOf(
          db,
          'substitution',
          `WHERE employeeId = ? OR substituteId = ? ${order}`,
          employeeId,
          employeeId,
          mostLines,
        );
  const staff = staffOf(db, deps);
  return rows.map((row) => ({
    row,
    employeeName: staff.nameOf(row.employeeId) ?? '',
    substituteName: staff.nameOf(row.substituteId) ?? '',
    standing: standingOf(row, staff),
  }));
}

function standingOf(row: RowOf<'substitution'>, staff: Staff): SubstitutionLine['standing'] {
  if (row.cancelledAt !== null) return 'cancelled';
  const today = staff.todayOf(row.employeeId);
  return today < row.from ? 'planned' : today <= row.to ? 'now' : 'past';
}
