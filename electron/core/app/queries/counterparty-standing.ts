import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { standingOf } from '#electron/core/app/queries/contract-card/party.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Checks, limit, stop list and what else stands for or against a counterparty, by the day it is where the reader works. */
export function counterpartyStanding(
  db: Readable,
  { id }: QueryArgs<'counterparty.standing'>,
  deps: QueryDeps,
): QueryResult<'counterparty.standing'> {
  const row = storedOf(db, 'counterparty', id)?.row;
  if (!row) return null;
  const staff = staffOf(db, deps);
  return standingOf(db, row, null, { deps, staff, today: staff.todayOf(deps.userId) });
}
