import { nameOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { receiptOfOne } from '#electron/core/app/queries/receipts.ts';
import { openConflicts, rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { CounterpartyCard } from '#shared/queries/counterparty.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Everything the card of a counterparty shows; null when it is not on this workstation. */
export function counterpartyCard(
  db: Readable,
  { id }: QueryArgs<'counterparty.card'>,
  deps: QueryDeps,
): QueryResult<'counterparty.card'> {
  const stored = storedOf(db, 'counterparty', id);
  if (!stored) return null;
  const { row, v, at } = stored;
  const sums = sumsOf(db, id);
  return {
    counterparty: row,
    accounts: rowsOf(db, 'bank_account', 'WHERE counterpartyId = ? ORDER BY archivedAt IS NOT NULL, createdAt, id', id),
    duplicates: row.inn === null ? [] : duplicatesOf(db, id, row.inn),
    authorName: nameOf(db, 'employee', row.authorId),
    documents: sums.reduce((count, one) => count + one.count, 0),
    sums,
    conflicts: openConflicts(db, id),
    receipt: receiptOfOne(db, deps, { id, v, at }),
  };
}

const mostDuplicates = 50;

function duplicatesOf(db: Readable, id: string, inn: string): CounterpartyCard['duplicates'] {
  const sql = `SELECT id, name, inn, kpp FROM counterparty
    WHERE inn = ? AND id <> ? AND archivedAt IS NULL ORDER BY name_key, id LIMIT ?`;
  return prepared(db, sql).all(inn, id, mostDuplicates) as CounterpartyCard['duplicates'];
}

/** Living documents by kind, the largest sums first; roubles only. `total` does not overflow as `sum` would. */
function sumsOf(db: Readable, id: string): CounterpartyCard['sums'] {
  const sql = `SELECT kind, count(*) AS count, total(CASE WHEN currency = 'RUB' THEN amount END) AS sum
    FROM document WHERE counterpartyId = ? AND archivedAt IS NULL AND kind NOT IN ('template', 'application') GROUP BY kind ORDER BY sum DESC, count DESC, kind`;
  return prepared(db, sql).all(id) as CounterpartyCard['sums'];
}
