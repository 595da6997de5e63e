import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** Everything administrators keep, archived records included, each kind in the order in which it is shown. */
export function companySetup(db: Readable): QueryResult<'company.setup'> {
  const people = rowsOf(db, 'employee', '').map((row) => ({ row, key: sortKey(row.fullName) }));
  people.sort((one, other) =>
    one.key === other.key ? (one.row.id < other.row.id ? -1 : 1) : one.key < other.key ? -1 : 1,
  );
  return {
    organization: rowsOf(db, 'organization', 'ORDER BY id LIMIT 1')[0] ?? null,
    branches: rowsOf(db, 'branch', 'ORDER BY position, id'),
    departments: rowsOf(db, 'department', 'ORDER BY name_key, id'),
    employees: people.map(({ row }) => row),
    routes: rowsOf(db, 'approval_route', 'ORDER BY position, id'),
    fields: rowsOf(db, 'field_definition', 'ORDER BY position, id'),
    calendars: rowsOf(db, 'working_calendar', 'ORDER BY year, id'),
  };
}
