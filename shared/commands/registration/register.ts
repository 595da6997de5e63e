import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import { livingDocument } from '#shared/commands/contract/parts.ts';
import { addKeyDates } from '#shared/commands/contract/planned-key-dates.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import {
  checkMayRegister,
  openCaseFile,
  openJournal,
  registrars,
  takes,
  toEnter,
} from '#shared/commands/registration/in-journal.ts';
import { nextOfJournal } from '#shared/commands/registration/numbering.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { isContract } from '#shared/domain/document.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { CaseFileRow, JournalRow } from '#shared/domain/registration/journal.ts';
import { kindIndex, numberOf } from '#shared/domain/registration/pattern.ts';
import { periodOf } from '#shared/domain/registration/period.ts';
import { registration } from '#shared/domain/registration/registration.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const args = z.object({
  id: z.string(),
  journalId: z.string(),
  caseFileId: z.string().nullable(),
  /** The number that the person was shown, with the block it is from; null: the centre gives the next one. */
  seq: z.number().int().positive().nullable(),
  blockId: z.string().nullable(),
  date: registration.fields.date.schema,
  /** A number that was shown before and turned out to be another workstation's. */
  insteadOf: registration.fields.insteadOf.schema.optional(),
});
export type RegisterArgs = z.infer<typeof args>;

/** As long as the number of a document may be. */
const longest = 60;

/**
 * Enters a document in a journal. A number of the workstation's own is its own whatever happens to its neighbours: it travels with the
 * command, and is refused only when the block belongs to somebody else, as after a profile was copied.
 */
export const registerDocument = command({
  name: 'document.register',
  version: 1,
  args,
  roles: registrars,
  about: (given) => ({ entity: 'document', id: given.id }),
  *decide(tx, given, context) {
    const document = yield* livingDocument(tx, context, given.id);
    const journal = yield* openJournal(tx, context, given.journalId);
    if (!takes(journal, document)) throw new Refusal('WRONG_JOURNAL', { id: journal.id, name: journal.name });
    const file = given.caseFileId ? yield* openCaseFile(tx, given.caseFileId, document.branchId, given.date) : null;
    yield* checkMayRegister(tx, document);
    const period = periodOf(journal.period, given.date);
    const seq = yield* given.seq === null
      ? nextOfJournal(tx, context, journal, period)
      : ownNumber(tx, context, { ...given, seq: given.seq, period });
    const number = seq === null ? null : yield* wordNumber(tx, journal, document, file, { seq, date: given.date });
    const id = tx.id();
    tx.put('registration', {
      id,
      ...{ documentId: document.id, journalId: journal.id, branchId: journal.branchId, period, seq, number },
      ...{ blockId: given.seq === null ? null : given.blockId, date: given.date, caseFileId: given.caseFileId },
      ...{ authorId: context.userId, registeredAt: context.occurredAt, receivedAt: context.receivedAt },
      ...{ deviceName: context.deviceName, insteadOf: given.insteadOf ?? null },
      ...{ numberBefore: document.number, stateBefore: document.state, isProvisional: seq === null },
      ...{ voidedAt: null, voidedById: null, voidReason: null },
    });
    const patch = {
      ...(number === null ? {} : { number }),
      registeredAt: context.receivedAt ?? context.occurredAt,
      ...(toEnter.includes(document.state) ? { state: 'reg' as const } : {}),
    };
    tx.patch('document', document, patch);
    const told = { ...patch, journal: journal.name, ...(file ? { caseFile: file.index } : {}) };
    recordHistory(tx, context, 'document.register', { entity: 'document', id: document.id }, document, told);
    if (isContract(document.kind)) yield* addKeyDates(tx, context, { ...document, ...patch });
    return { id, number };
  },
});

/** The number, if it lies in a block of this workstation and nobody has it. */
function* ownNumber(
  tx: Transaction,
  context: Context,
  given: { journalId: string; period: string; seq: number; blockId: string | null },
): Reading<number> {
  const { journalId, period, seq, blockId } = given;
  const found = blockId ? yield* tx.get('number_block', blockId) : 'absent';
  const block = typeof found === 'string' ? null : found;
  const isOwn =
    block !== null &&
    block.journalId === journalId &&
    block.period === period &&
    block.client !== null &&
    block.client === context.client &&
    block.returnedAt === null &&
    block.from <= seq &&
    seq <= block.to;
  if (!isOwn) throw new Refusal('NUMBER_NOT_YOURS', { seq, period });
  const taken = yield* tx.byKey('registration', 'number', `${journalId}/${period}/${seq}`);
  if (taken) throw new Refusal('NUMBER_TAKEN', { seq, number: taken.number });
  return seq;
}

function* wordNumber(
  tx: Transaction,
  journal: JournalRow,
  document: RowOf<'document'>,
  file: CaseFileRow | null,
  given: { seq: number; date: string },
): Reading<string> {
  const branch = yield* tx.existing('branch', document.branchId);
  const own =
    document.kindId && kindIndex(document.kind) === '' ? yield* tx.get('document_kind', document.kindId) : null;
  const label = own === null || typeof own === 'string' ? null : own.label;
  const number = numberOf(journal.pattern, {
    ...given,
    ...{ journal: journal.index, branch: branch.code, case: file?.index ?? '', kind: kindIndex(document.kind, label) },
  });
  if (number.length > longest) throw new Refusal('TOO_LONG', { field: 'number', maximum: longest });
  return number;
}
