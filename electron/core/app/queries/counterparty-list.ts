import { counterpartyView, documentCounts } from '#electron/core/app/queries/counterparty-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { receiptsOf } from '#electron/core/app/queries/receipts.ts';
import { windowOf } from '#electron/core/app/queries/window.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { CounterpartyListRow } from '#shared/queries/counterparty.ts';
import type { Receipt } from '#shared/queries/receipt.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Read = Omit<CounterpartyListRow, 'receipt' | 'documents'> & { v: number; at: number };

/** A window of the register of counterparties; `documents` counts the living ones. */
export function counterpartyList(
  db: Readable,
  args: QueryArgs<'counterparty.list'>,
  deps: QueryDeps,
): QueryResult<'counterparty.list'> {
  const rids = counterpartyView(db, deps, args);
  const read = prepared(db, windowSql).all(JSON.stringify(windowOf(rids, args.start, args.end))) as Read[];
  const receipts = receiptsOf(db, deps, read);
  const counts = documentCounts(db, deps);
  const rows = read.map(({ v: _v, at: _at, ...row }) => ({
    ...row,
    documents: counts.get(row.id) ?? 0,
    receipt: receipts.get(row.id) as Receipt,
  }));
  return { total: rids.length, rows };
}

const windowSql = `
SELECT c.id, c.kind, c.name, c.legalForm, c.inn, c.kpp, c.ogrn, c.phone, c.possibleDuplicateOf, c.v, c.at
FROM json_each(?) w CROSS JOIN counterparty c ON c.rid = w.value ORDER BY w.key`;
