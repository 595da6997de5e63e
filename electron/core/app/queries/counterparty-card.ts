import { kindLabels } from '#electron/core/app/queries/contract-card/related.ts';
import { pairKey, toldApart } from '#electron/core/app/queries/counterparty-distinct.ts';
import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
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
  const families = familiesOf(db, deps);
  const members = JSON.stringify(families.members(id));
  const sums = sumsOf(db, members);
  const standing = families.standing(id);
  return {
    counterparty: row,
    accounts: accountsOf(db, members, id),
    mergedInto: standing === id ? null : (storedOf(db, 'counterparty', standing)?.row ?? null),
    merged: rowsOf(db, 'counterparty', `WHERE id ${within} AND id <> ? ORDER BY name_key, id`, members, id),
    duplicates: row.inn === null ? [] : duplicatesOf(db, id, row.inn),
    authorName: nameOf(db, 'employee', row.authorId),
    documents: sums.reduce((count, one) => count + one.count, 0),
    sums,
    conflicts: openConflicts(db, id),
    receipt: receiptOfOne(db, deps, { id, v, at }),
  };
}

const mostDuplicates = 50;
const within = 'IN (SELECT value FROM json_each(?))';

/** Its own accounts, then those of the records it has taken in; one that several of them had stands once. */
function accountsOf(db: Readable, members: string, id: string): CounterpartyCard['accounts'] {
  const tail = `WHERE counterpartyId ${within} ORDER BY archivedAt IS NOT NULL, counterpartyId <> ?, createdAt, id`;
  const seen = new Set<string>();
  return rowsOf(db, 'bank_account', tail, members, id).filter((row) => {
    const key = `${row.account}/${row.bik ?? ''}`;
    const first = !seen.has(key) || row.counterpartyId === id;
    seen.add(key);
    return first;
  });
}

function duplicatesOf(db: Readable, id: string, inn: string): CounterpartyCard['duplicates'] {
  const sql = `SELECT id, name, inn, kpp FROM counterparty
    WHERE inn = ? AND id <> ? AND archivedAt IS NULL ORDER BY name_key, id LIMIT ?`;
  const found = prepared(db, sql).all(inn, id, mostDuplicates) as CounterpartyCard['duplicates'];
  const apart = found.length > 0 ? toldApart(db, [id]) : new Set<string>();
  return found.filter((one) => !apart.has(pairKey(id, one.id)));
}

/** Living documents by kind, the largest sums first; roubles only. `total` does not overflow as `sum` would. */
function sumsOf(db: Readable, members: string): CounterpartyCard['sums'] {
  const sql = `SELECT d.kind, d.kindId, ${kindLabels}, count(*) AS count,
      total(CASE WHEN d.currency = 'RUB' THEN d.amount END) AS sum
    FROM document d WHERE d.counterpartyId ${within} AND d.archivedAt IS NULL AND d.kind NOT IN ('template', 'application')
    GROUP BY coalesce(d.kindId, d.kind) ORDER BY sum DESC, count DESC, d.kind, d.kindId`;
  return prepared(db, sql).all(members) as CounterpartyCard['sums'];
}
