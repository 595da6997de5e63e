import { nameOf } from '#electron/core/app/queries/names.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { takes } from '#shared/commands/registration/in-journal.ts';
import { isContract } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** How a document stands in the journals. */
export function registrationCard(
  db: Readable,
  { documentId }: QueryArgs<'registration.card'>,
): QueryResult<'registration.card'> {
  const rows = rowsOf(db, 'registration', 'WHERE documentId = ? ORDER BY registeredAt DESC, id DESC', documentId);
  const document = storedOf(db, 'document', documentId)?.row;
  const isRegistered = rows.some((row) => row.voidedAt === null);
  return {
    registrations: rows.map((row) => ({
      registration: row,
      journalName: storedOf(db, 'journal', row.journalId)?.row.name ?? null,
      caseFile: row.caseFileId === null ? null : (storedOf(db, 'case_file', row.caseFileId)?.row ?? null),
      authorName: nameOf(db, 'employee', row.authorId),
      voidedByName: nameOf(db, 'employee', row.voidedById),
    })),
    mayRegister: document !== undefined && !isRegistered && isReady(db, document),
  };
}

/** What the command asks for, as far as it can be seen beforehand: a journal for it, and a paper that has come so far. */
function isReady(db: Readable, document: RowOf<'document'>): boolean {
  if (document.archivedAt !== null || document.state === 'void' || document.state === 'refused') return false;
  if (isContract(document.kind) ? !document.signedOn || document.registeredAt : isInApproval(db, document))
    return false;
  return rowsOf(db, 'journal', 'WHERE archivedAt IS NULL').some((journal) => takes(journal, document));
}

const isInApproval = (db: Readable, { approvalId }: RowOf<'document'>): boolean =>
  approvalId != null && storedOf(db, 'approval', approvalId)?.row.state === 'running';
