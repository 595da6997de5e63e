import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
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

type Read = Omit<DocumentListRow, 'receipt' | 'custom' | 'names' | 'isConfidential' | 'labels'> & {
  v: number;
  at: number;
  custom: string;
  labels: string;
  isConfidential: number | null;
};

/** A window of the register of documents, with the total and the sum over the whole filter. */
export function documentList(
  db: Readable,
  args: QueryArgs<'document.list'>,
  deps: QueryDeps,
): QueryResult<'document.list'> {
  const view = documentView(db, deps, args);
  const rows = readRows(db, deps, windowOf(view.rids, args.start, args.end));
  return { total: view.rids.length, sum: view.sum, rows };
}

/** Documents as registers show them, in the order of their rids. */
export function readRows(db: Readable, deps: QueryDeps, rids: readonly number[]): DocumentListRow[] {
  const read = prepared(db, windowSql).all(JSON.stringify(rids)) as Read[];
  const receipts = receiptsOf(db, deps, read);
  const families = familiesOf(db, deps);
  const own = read.map((row) => JSON.parse(row.custom) as DocumentListRow['custom']);
  const names = namesAmong(db, own);
  return read.map(({ v: _v, at: _at, isConfidential, labels, ...row }, place) => {
    const custom = own[place] ?? null;
    const called = Object.fromEntries(
      idsIn(custom).flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])),
    );
    const receipt = receipts.get(row.id) as Receipt;
    const flags = { isConfidential: isConfidential === 1, labels: JSON.parse(labels) as string[] };
    return { ...row, ...families.inPlaceOf(row.counterpartyId), ...flags, custom, names: called, receipt };
  });
}

// CROSS JOIN keeps the order of the loops: from the window to the rows, never the other way.
const windowSql = `
SELECT d.id, d.kind, d.number, d.date, d.subject, d.counterpartyId, c.name AS counterpartyName,
  c.legalForm AS counterpartyForm, d.amount, d.currency, d.state, d.responsibleId, e.fullName AS responsibleName,
  d.branchId, d.dueDate, d.expiresOn, d.contractType, d.vatAmount, d.doneOn, d.signedOn, d.effectiveFrom, d.originals,
  d.originalsDueOn, d.createdAt, d.receivedAt, d.registeredAt, d.deviceName, d.counterpartyNumber, d.labels,
  a.fullName AS authorName, d.kindId, k.label AS kindLabel,
  k.labelEn AS kindLabelEn, d.isConfidential, d.custom, d.v, d.at,
  (SELECT count(*) FROM attachment f WHERE f.documentId = d.id AND f.archivedAt IS NULL) AS attachments
FROM json_each(?) w CROSS JOIN document d ON d.rid = w.value
LEFT JOIN counterparty c ON c.id = d.counterpartyId
LEFT JOIN employee e ON e.id = d.responsibleId
LEFT JOIN employee a ON a.id = d.authorId
LEFT JOIN document_kind k ON k.id = d.kindId
ORDER BY w.key`;
