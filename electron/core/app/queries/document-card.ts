import { nameOf, namesOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { receiptOfOne } from '#electron/core/app/queries/receipts.ts';
import { openConflicts, rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { AttachmentInfo } from '#shared/queries/document.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Everything the card of a document shows; null when the document is not on this workstation. */
export function documentCard(
  db: Readable,
  { id }: QueryArgs<'document.card'>,
  deps: QueryDeps,
): QueryResult<'document.card'> {
  const stored = storedOf(db, 'document', id);
  if (!stored) return null;
  const { row, v, at } = stored;
  return {
    document: row,
    counterparty: row.counterpartyId === null ? null : (storedOf(db, 'counterparty', row.counterpartyId)?.row ?? null),
    responsibleName: nameOf(db, 'employee', row.responsibleId),
    authorName: nameOf(db, 'employee', row.authorId),
    attachments: attachmentsOf(db, id),
    lines: rowsOf(db, 'document_line', 'WHERE documentId = ? ORDER BY position, id', id),
    conflicts: openConflicts(db, id),
    receipt: receiptOfOne(db, deps, { id, v, at }),
  };
}

/** Archived files too: the card shows them under a line of their own. */
function attachmentsOf(db: Readable, documentId: string): AttachmentInfo[] {
  const rows = rowsOf(db, 'attachment', 'WHERE documentId = ? ORDER BY createdAt, id', documentId);
  const authors = namesOf(
    db,
    'employee',
    rows.map((row) => row.authorId),
  );
  const file = prepared(db, 'SELECT here FROM file WHERE sha256 = ?').pluck();
  return rows.map(({ documentId: _documentId, authorId, ...row }) => ({
    id: row.id,
    name: row.name,
    size: row.size,
    mime: row.mime,
    sha256: row.sha256,
    authorName: authors.get(authorId) ?? null,
    createdAt: row.createdAt,
    verifiedAt: row.verifiedAt,
    archivedAt: row.archivedAt,
    place: placeOf(file.get(row.sha256) as number | undefined),
  }));
}

/** A file known by its hash but without its bytes is on its way here. */
const placeOf = (here: number | undefined): AttachmentInfo['place'] =>
  here === undefined ? 'centre' : here === 1 ? 'here' : 'way';
