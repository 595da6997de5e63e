import { nameOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { registrars, takes } from '#shared/commands/registration/in-journal.ts';
import { isContract } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

const onItsWay = ['draft', 'check', 'approve', 'sign'];

/** How a document stands in the journals. */
export function registrationCard(
  db: Readable,
  { documentId }: QueryArgs<'registration.card'>,
  deps: QueryDeps,
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
    mayRegister: document !== undefined && !isRegistered && isRegistrar(db, deps.userId) && isReady(db, document),
  };
}

function isRegistrar(db: Readable, userId: string): boolean {
  const roles = storedOf(db, 'employee', userId)?.row.roles ?? [];
  return roles.some((role) => (registrars as readonly string[]).includes(role));
}

/** What the command asks for, as far as it can be seen beforehand: a journal for it, and a paper that has come so far. */
function isReady(db: Readable, document: RowOf<'document'>): boolean {
  if (document.archivedAt !== null || document.state === 'void' || document.state === 'refused') return false;
  // It was numbered by hand, before there were journals: nobody is asked to number it again.
  if (document.number !== null && !onItsWay.includes(document.state)) return false;
  if (isContract(document.kind) ? !document.signedOn || document.registeredAt : isInApproval(db, document))
    return false;
  return rowsOf(db, 'journal', 'WHERE archivedAt IS NULL').some((journal) => takes(journal, document));
}

const isInApproval = (db: Readable, { approvalId }: RowOf<'document'>): boolean =>
  approvalId != null && storedOf(db, 'approval', approvalId)?.row.state === 'running';
