import { documentView } from '#electron/core/app/queries/document-view.ts';
import { namesOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { receiptsOf } from '#electron/core/app/queries/receipts.ts';
import { windowOf } from '#electron/core/app/queries/window.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { isId } from '#electron/core/store/views/custom-values.ts';
import type { DocumentListRow } from '#shared/queries/document.ts';
import type { Receipt } from '#shared/queries/receipt.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Read = Omit<DocumentListRow, 'receipt' | 'custom' | 'isConfidential'> & {
  v: number;
  at: number;
  custom: string;
  isConfidential: number | null;
};

/** A window of the register of documents, with the total and the sum over the whole filter. */
export function documentList(
  db: Readable,
  args: QueryArgs<'document.list'>,
  deps: QueryDeps,
): QueryResult<'document.list'> {
  const view = documentView(db, deps, args);
  const rids = windowOf(view.rids, args.start, args.end);
  const read = prepared(db, windowSql).all(JSON.stringify(rids)) as Read[];
  const receipts = receiptsOf(db, deps, read);
  const rows = read.map(({ v: _v, at: _at, custom, isConfidential, ...row }) => ({
    ...row,
    custom: JSON.parse(custom) as DocumentListRow['custom'],
    isConfidential: isConfidential === 1,
    receipt: receipts.get(row.id) as Receipt,
  }));
  return { total: view.rids.length, sum: view.sum, rows, names: namesAmong(db, rows) };
}

/** People and counterparties that own fields point at. */
function namesAmong(db: Readable, rows: readonly DocumentListRow[]): Record<string, string> {
  const ids = rows.flatMap(({ custom }) =>
    Object.values(custom ?? {}).filter((one) => typeof one === 'string' && isId(one)),
  );
  return Object.fromEntries([
    ...namesOf(db, 'counterparty', ids as string[]),
    ...namesOf(db, 'employee', ids as string[]),
  ]);
}

// CROSS JOIN keeps the order of the loops: from the window to the rows, never the other way.
const windowSql = `
SELECT d.id, d.kind, d.number, d.date, d.subject, d.counterpartyId, c.name AS counterpartyName,
  c.legalForm AS counterpartyForm, d.amount, d.currency, d.state, d.responsibleId, e.fullName AS responsibleName,
  d.branchId, d.dueDate, d.expiresOn, d.contractType, d.kindId, d.isConfidential, d.custom, d.v, d.at,
  (SELECT count(*) FROM attachment a WHERE a.documentId = d.id AND a.archivedAt IS NULL) AS attachments
FROM json_each(?) w CROSS JOIN document d ON d.rid = w.value
LEFT JOIN counterparty c ON c.id = d.counterpartyId
LEFT JOIN employee e ON e.id = d.responsibleId
ORDER BY w.key`;
