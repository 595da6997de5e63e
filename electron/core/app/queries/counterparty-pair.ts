import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { MergeSide } from '#shared/queries/relations.ts';

const within = 'IN (SELECT value FROM json_each(?))';

/** Two records beside each other, each with what belongs to it. */
export function counterpartyPair(
  db: Readable,
  { ids }: QueryArgs<'counterparty.pair'>,
  deps: QueryDeps,
): QueryResult<'counterparty.pair'> {
  return { sides: [sideOf(db, deps, ids[0]), sideOf(db, deps, ids[1])] };
}

function sideOf(db: Readable, deps: QueryDeps, id: string): MergeSide | null {
  const counterparty = storedOf(db, 'counterparty', id)?.row;
  if (!counterparty) return null;
  const family = JSON.stringify(familiesOf(db, deps).members(id));
  const accounts = rowsOf(
    db,
    'bank_account',
    `WHERE counterpartyId ${within} AND archivedAt IS NULL ORDER BY id`,
    family,
  );
  const sql = `SELECT sum(kind NOT IN ('application', 'template')) AS documents,
      sum(kind IN ('contract', 'amendment')) AS contracts, sum(kind = 'application') AS tickets
    FROM document WHERE counterpartyId ${within} AND archivedAt IS NULL`;
  const papers = prepared(db, sql).get(family) as Record<'documents' | 'contracts' | 'tickets', number | null>;
  const count = (table: 'counterparty_check' | 'comment', column: 'counterpartyId' | 'objectId'): number =>
    prepared(db, `SELECT count(*) FROM ${table} WHERE ${column} ${within}`).pluck().get(family) as number;
  return {
    counterparty,
    accounts: accounts.map(({ account, bankName }) => ({ account, bankName })),
    documents: papers.documents ?? 0,
    contracts: papers.contracts ?? 0,
    tickets: papers.tickets ?? 0,
    checks: count('counterparty_check', 'counterpartyId'),
    comments: count('comment', 'objectId'),
  };
}
