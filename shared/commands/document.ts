import { z } from 'zod';
import { settle } from '#shared/commands/approval/settle.ts';
import { type Context, command } from '#shared/commands/command.ts';
import { checkCustom } from '#shared/commands/company/custom-fields.ts';
import { doneDay } from '#shared/commands/control/done-day.ts';
import { beginOf, checkMayEdit } from '#shared/commands/kind/access.ts';
import { type Filled, fillKind } from '#shared/commands/kind/fill-kind.ts';
import { checkAccess } from '#shared/commands/kind/restrict.ts';
import { mayFileIn } from '#shared/commands/may-file-in.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { livingRegistration } from '#shared/commands/registration/in-journal.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { updateRow } from '#shared/commands/update-row.ts';
import { isContentField } from '#shared/domain/approval/content-hash.ts';
import { documentFault } from '#shared/domain/contract/contract-faults.ts';
import { document } from '#shared/domain/document.ts';
import { branchScope } from '#shared/domain/entity.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { sameValue } from '#shared/lib/canonical.ts';

const fields = document.fields;
/** What a person fills in; everything else the command knows by itself. */
export const documentForm = z.object({
  kind: fields.kind.schema,
  number: fields.number.schema,
  date: fields.date.schema,
  subject: fields.subject.schema,
  counterpartyId: fields.counterpartyId.schema,
  amount: fields.amount.schema,
  vatAmount: fields.vatAmount.schema,
  currency: fields.currency.schema,
  state: fields.state.schema,
  responsibleId: fields.responsibleId.schema,
  branchId: fields.branchId.schema,
  dueDate: fields.dueDate.schema,
  note: fields.note.schema,
  labels: fields.labels.schema,
  parentId: fields.parentId.schema.optional(),
  contractType: fields.contractType.schema.optional(),
  counterpartyNumber: fields.counterpartyNumber.schema.optional(),
  effectiveFrom: fields.effectiveFrom.schema.optional(),
  expiresOn: fields.expiresOn.schema.optional(),
  renewal: fields.renewal.schema.optional(),
  noticeDays: fields.noticeDays.schema.optional(),
  custom: fields.custom.schema.optional(),
  originals: fields.originals.schema.optional(),
  kindId: fields.kindId.schema.optional(),
  kindVersionId: fields.kindVersionId.schema.optional(),
  isConfidential: fields.isConfidential.schema.optional(),
  readers: fields.readers.schema.optional(),
});
export type DocumentForm = z.infer<typeof documentForm>;

export const createDocument = command({
  name: 'document.create',
  version: 1,
  args: documentForm,
  *decide(tx, args, context) {
    yield* checkReferences(tx, context, args);
    checkOwnPaper('document.create', args);
    checkSound(args);
    const filled = yield* fillKind(tx, args, null);
    const begun = yield* beginOf(tx, context, args);
    const made = { ...args, ...filled, ...origin(context), ...(yield* doneDay(tx, context, args, args)), ...begun };
    yield* checkAccess(tx, context, { ...made, isConfidential: null, readers: null }, args);
    const id = tx.id();
    tx.put('document', { ...made, id, sourceKey: null, sourceFormat: null });
    return { id };
  },
});

const editArgs = z.object({ id: z.string(), patch: documentForm.partial(), base: z.record(z.string(), z.unknown()) });

export const updateDocument = command({
  name: 'document.update',
  version: 1,
  args: editArgs,
  about: (args) => ({ entity: 'document', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* openDocument(tx, context, args.id);
    checkOwnPaper('document.update', row, args.patch);
    if (row.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id: row.id });
    yield* checkReferences(tx, context, { ...args.patch, kindId: args.patch.kindId ?? row.kindId });
    yield* checkMayEdit(tx, context, row, args.patch);
    yield* checkMayChange(tx, row, args.patch);
    if (args.patch.number !== undefined && args.patch.number !== row.number) yield* checkUnregistered(tx, row);
    checkSound({ ...row, ...args.patch }, args.patch);
    yield* checkAccess(tx, context, row, args.patch);
    const done = isFree('state', row, args) ? yield* doneDay(tx, context, row, args.patch) : {};
    const edit = { ...args, patch: { ...(yield* withKind(tx, context, row, args.patch)), ...done } };
    const updated = yield* updateRow(tx, context, 'document', row, edit, 'document.update');
    yield* settle(tx, context, row.id);
    return updated;
  },
});

/** Whether the field is written as wanted: nobody else has changed it since the author saw it. */
const isFree = (
  field: keyof DocumentForm,
  row: RowOf<'document'>,
  { patch, base }: z.infer<typeof editArgs>,
): boolean => patch[field] !== undefined && sameValue(base[field] ?? null, row[field] ?? null);

const ofKind = ['kind', 'kindId', 'kindVersionId', 'custom'] as const;

/** The edit with its values as the kind keeps them, when it touches them. */
export function* withKind(
  tx: Transaction,
  context: Context,
  row: RowOf<'document'>,
  patch: Partial<DocumentForm>,
): Reading<Record<string, unknown>> {
  if (!ofKind.some((field) => patch[field] !== undefined && !sameValue(patch[field], row[field] ?? null))) return patch;
  const given: Filled = { ...row, ...patch };
  const isMoved = patch.kindId !== undefined && (patch.kindId ?? null) !== (row.kindId ?? null);
  // Another kind is begun under its newest version unless one is named.
  if (isMoved) given.kindVersionId = patch.kindVersionId ?? null;
  const begun = isMoved ? yield* beginOf(tx, context, { kindId: patch.kindId }) : {};
  const filled = yield* fillKind(tx, given, row);
  if (filled === null) return row.kindVersionId ? { ...patch, kindVersionId: null } : patch;
  const { kindVersionId, custom } = filled;
  return { ...patch, ...begun, custom, ...(kindVersionId === row.kindVersionId ? {} : { kindVersionId }) };
}

/** A number of a journal is not typed over: the registration is voided instead. */
export function* checkUnregistered(tx: Transaction, row: RowOf<'document'>): Reading<void> {
  const standing = yield* livingRegistration(tx, row.id);
  if (standing) throw new Refusal('ALREADY_REGISTERED', { id: row.id, number: standing.number });
}

const idArgs = z.object({ id: z.string() });

export const archiveDocument = command({
  name: 'document.archive',
  version: 1,
  args: idArgs,
  about: (args) => ({ entity: 'document', id: args.id }),
  *decide(tx, args, context) {
    const row = yield* openDocument(tx, context, args.id);
    yield* checkMayEdit(tx, context, row);
    checkOwnPaper('document.archive', row);
    if (row.archivedAt !== null) return {};
    const patch = { archivedAt: context.occurredAt };
    tx.patch('document', row, patch);
    recordHistory(tx, context, 'document.archive', { entity: 'document', id: row.id }, row, patch);
    return {};
  },
});

export const restoreDocument = command({
  name: 'document.restore',
  version: 1,
  args: idArgs,
  about: (args) => ({ entity: 'document', id: args.id }),
  *decide(tx, args, context) {
    yield* restore(tx, context, yield* openDocument(tx, context, args.id));
    return {};
  },
});

/** Brings a document back that was put away, by whoever may edit documents of its kind. */
export function* restore(tx: Transaction, context: Context, row: RowOf<'document'>): Reading<void> {
  yield* checkMayEdit(tx, context, row);
  if (row.archivedAt === null) return;
  const patch = { archivedAt: null };
  tx.patch('document', row, patch);
  recordHistory(tx, context, 'document.restore', { entity: 'document', id: row.id }, row, patch);
}

/** The paper of a request says what its form says, and is agreed by the route of its service: it is changed through the request alone. */
export function checkOwnPaper(command: string, ...papers: { kind?: RowOf<'document'>['kind'] | undefined }[]): void {
  if (papers.some((one) => one.kind === 'application')) throw new Refusal('DENIED', { command, kind: 'application' });
}

/** The document, if the actor may see it; otherwise it does not exist for them. */
export function* openDocument(tx: Transaction, context: Context, id: string): Reading<RowOf<'document'>> {
  const row = yield* tx.existing('document', id);
  const ticket = row.kind === 'application' ? yield* tx.get('ticket', id) : null;
  const isSeen = ticket && typeof ticket !== 'string' ? context.sees('ticket', ticket) : context.sees('document', row);
  if (!isSeen) throw new Refusal('NOT_FOUND', { entity: 'document', id });
  return row;
}

/** Fields that every new document gets from its command. */
export const origin = (context: Context) => ({
  authorId: context.userId,
  createdAt: context.occurredAt,
  receivedAt: context.receivedAt,
  deviceName: context.deviceName,
  archivedAt: null,
});

/** Refuses what points at nothing, and a branch where the actor may not file. */
export function* checkReferences(tx: Transaction, context: Context, args: Partial<DocumentForm>): Reading<void> {
  if (args.counterpartyId) {
    const found = yield* tx.get('counterparty', args.counterpartyId);
    if (found === 'absent') throw new Refusal('NOT_FOUND', { entity: 'counterparty', id: args.counterpartyId });
  }
  if (args.parentId) {
    const found = yield* tx.get('document', args.parentId);
    if (found === 'absent') throw new Refusal('NOT_FOUND', { entity: 'document', id: args.parentId });
  }
  if (args.custom && !args.kindId) yield* checkCustom(tx, args.kind ?? null, args.custom);
  if (args.responsibleId) {
    const found = yield* tx.get('employee', args.responsibleId);
    if (found === 'absent') throw new Refusal('NOT_FOUND', { entity: 'employee', id: args.responsibleId });
  }
  if (!args.branchId) return;
  if (!mayFileIn(context, args.branchId)) throw new Refusal('DENIED', { branch: branchScope(args.branchId) });
  const branch = yield* tx.get('branch', args.branchId);
  if (branch === 'absent') throw new Refusal('NOT_FOUND', { entity: 'branch', id: args.branchId });
}

type DocumentLike = Parameters<typeof documentFault>[0];

/** Refuses a row that nobody could use; an edit answers only for the fields it touches. */
export function checkSound(row: DocumentLike, patch: object = row): void {
  const fault = documentFault(row);
  if (!fault) return;
  const touched = fault.field === 'expiresOn' ? ['expiresOn', 'effectiveFrom'] : [fault.field];
  if (touched.some((field) => Object.hasOwn(patch, field))) throw new Refusal('BAD_INPUT', { ...fault });
}

/** The state of a document in approval belongs to its round; a signed one that was approved is changed by amendments only. */
export function* checkMayChange(
  tx: Transaction,
  row: RowOf<'document'>,
  patch: Record<string, unknown>,
): Reading<void> {
  if (!row.approvalId) return;
  const standing = row as Record<string, unknown>;
  const changed = Object.keys(patch).filter((field) => !sameValue(patch[field], standing[field]));
  if ((row.signedOn || row.registeredAt) && changed.some(isContentField))
    throw new Refusal('APPROVED_LOCKED', { id: row.id, fields: changed.filter(isContentField) });
  if (!changed.includes('state')) return;
  const round = yield* tx.get('approval', row.approvalId);
  if (typeof round === 'string' || round.state === 'running') throw new Refusal('IN_APPROVAL', { id: row.id });
}
