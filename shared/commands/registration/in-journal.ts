import type { Context } from '#shared/commands/command.ts';
import { mayFileIn } from '#shared/commands/may-file-in.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { isContract } from '#shared/domain/document.ts';
import type { Role } from '#shared/domain/employee.ts';
import { branchScope } from '#shared/domain/entity.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { CaseFileRow, JournalRow } from '#shared/domain/registration/journal.ts';
import type { RegistrationRow } from '#shared/domain/registration/registration.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Those who give numbers to documents. */
export const registrars = [
  'administrator',
  'manager',
  'accountant',
  'lawyer',
  'clerk',
  'hr',
] as const satisfies readonly Role[];

/** States in which a paper is on its way to being registered; work that has begun goes on. */
export const toEnter: readonly string[] = ['draft', 'check', 'approve', 'sign'];

/** A journal whose numbers the actor answers for, an archived one too: what was given is voided, explained and given back. */
export function* keptJournal(tx: Transaction, context: Context, id: string): Reading<JournalRow> {
  const row = yield* tx.existing('journal', id);
  if (!context.sees('journal', row)) throw new Refusal('NOT_FOUND', { entity: 'journal', id });
  if (row.branchId !== null && !mayFileIn(context, row.branchId))
    throw new Refusal('DENIED', { branch: branchScope(row.branchId) });
  return row;
}

/** A journal that the actor may write in: it still gives numbers. */
export function* openJournal(tx: Transaction, context: Context, id: string): Reading<JournalRow> {
  const row = yield* keptJournal(tx, context, id);
  if (row.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'journal', id });
  return row;
}

/** Whether a journal is kept for documents of this kind and branch. */
export const takes = (
  journal: Pick<JournalRow, 'kinds' | 'branchId'>,
  document: Pick<RowOf<'document'>, 'kind' | 'kindId' | 'branchId'>,
): boolean =>
  (journal.branchId === null || journal.branchId === document.branchId) &&
  (journal.kinds.includes(document.kind) || (document.kindId != null && journal.kinds.includes(document.kindId)));

/** Whether something may be filed in a case on a day. */
export const isOpenOn = (file: Pick<CaseFileRow, 'openedOn' | 'closedOn'>, date: string): boolean =>
  (file.openedOn === null || file.openedOn <= date) && (file.closedOn === null || date <= file.closedOn);

/** The case file, if a document of this branch may be filed in it on this day. */
export function* openCaseFile(tx: Transaction, id: string, branchId: string, date: string): Reading<CaseFileRow> {
  const row = yield* tx.existing('case_file', id);
  if ((row.branchId !== null && row.branchId !== branchId) || !isOpenOn(row, date))
    throw new Refusal('CASE_CLOSED', { id, index: row.index });
  return row;
}

/** The registration in force of a document. */
export function* livingRegistration(tx: Transaction, documentId: string): Reading<RegistrationRow | undefined> {
  const rows = yield* tx.list('registration', 'document', documentId, 100, true);
  return rows.findLast((row) => row.voidedAt === null);
}

/** A paper in approval waits for its end; a contract is signed first; what is void or has its number is not registered. */
export function* checkMayRegister(tx: Transaction, document: RowOf<'document'>): Reading<void> {
  const { id, state } = document;
  const standing = yield* livingRegistration(tx, id);
  if (standing) throw new Refusal('ALREADY_REGISTERED', { id, number: standing.number });
  const wrong = new Refusal('WRONG_STAGE', { state, to: 'registered' });
  if (document.kind === 'template' || document.kind === 'application') throw wrong;
  if (state === 'void' || state === 'refused') throw wrong;
  if (isContract(document.kind)) {
    if (!document.signedOn || document.registeredAt) throw wrong;
    return;
  }
  const round = document.approvalId ? yield* tx.get('approval', document.approvalId) : null;
  if (round && typeof round !== 'string' && round.state === 'running') throw new Refusal('IN_APPROVAL', { id });
}
