import { documentView } from '#electron/core/app/queries/document-view.ts';
import { idsIn, namesAmong } from '#electron/core/app/queries/names-among.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { receiptsOf } from '#electron/core/app/queries/receipts.ts';
import { windowOf } from '#electron/core/app/queries/window.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { DocumentListRow } from '#shared/queries/document.ts';
import type { Receipt } from '#shared/queries/receipt.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

type Read = Omit<DocumentListRow, 'receipt' | 'custom' | 'names' | 'isConfidential'> & {
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
  const own = read.map((row) => JSON.parse(row.custom) as DocumentListRow['custom']);
  const names = namesAmong(db, own);
  const rows = read.map(({ v: _v, at: _at, isConfidential, ...row }, place) => {
    const custom = own[place] ?? null;
    const called = Object.fromEntries(
      idsIn(custom).flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])),
    );
    const receipt = receipts.get(row.id) as Receipt;
    return { ...row, custom, names: called, isConfidential: isConfidential === 1, receipt };
  });
  return { total: view.rids.length, sum: view.sum, rows };
}

// CROSS JOIN keeps the order of the loops: from the window to the rows, never the other way.
const windowSql = `
SELECT d.id, d.kind, d.number, d.date, d.subject, d.counterpartyId, c.name AS counterpartyName,
  c.legalForm AS counterpartyForm, d.amount, d.currency, d.state, d.responsibleId, e.fullName AS responsibleName,
  d.branchId, d.dueDate, d.expiresOn, d.contractType, d.kindId, k.label AS kindLabel,
  k.labelEn AS kindLabelEn, d.isConfidential, d.custom, d.v, d.at,
  (SELECT count(*) FROM attachment a WHERE a.documentId = d.id AND a.archivedAt IS NULL) AS attachments
FROM json_each(?) w CROSS JOIN document d ON d.rid = w.value
LEFT JOIN counterparty c ON c.id = d.counterpartyId
LEFT JOIN employee e ON e.id = d.responsibleId
LEFT JOIN document_kind k ON k.id = d.kindId
ORDER BY w.key`;
