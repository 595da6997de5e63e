import { z } from 'zod';
import { settle } from '#shared/commands/approval/settle.ts';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import { checkMayFile } from '#shared/commands/kind/access.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { groupOf, isCovered } from '#shared/domain/approval/content-hash.ts';
import { type AttachmentPurpose, attachment } from '#shared/domain/attachment.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const { name, size, mime } = attachment.fields;
export const attachedFile = z.object({
  name: name.schema.pipe(z.string().min(1)),
  size: size.schema.pipe(z.number().min(0)),
  mime: mime.schema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const purpose = attachment.fields.purpose.schema.optional();

export const addAttachments = command({
  name: 'attachment.add',
  version: 1,
  args: z.object({
    documentId: z.string(),
    files: z.array(attachedFile).min(1).max(200),
    purpose,
    /** The file of the same document that a signature or a power of attorney belongs to. */
    ofId: attachment.fields.ofId.schema.optional(),
  }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    if (document.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id: document.id });
    if (!isBeside(args)) yield* checkMayFile(tx, context, document);
    checkCovered(document, { purpose: args.purpose ?? null });
    const { ofId = null } = args;
    const of = ofId === null ? null : yield* signedFile(tx, args, ofId);
    const ids: string[] = [];
    for (const file of args.files) {
      const id = tx.id();
      ids.push(id);
      const origin = { authorId: context.userId, createdAt: context.occurredAt, verifiedAt: null, archivedAt: null };
      tx.put('attachment', { ...file, ...origin, id, documentId: document.id, purpose: args.purpose ?? null, ofId });
    }
    const names = args.files.map((file) => file.name);
    const action = isBeside(args) ? (`attachment.add-${args.purpose}` as const) : 'attachment.add';
    const object = { entity: 'document', id: document.id };
    recordHistory(tx, context, action, object, {}, { files: names, ...(of ? { ofFile: of.name } : {}) });
    yield* settle(tx, context, document.id);
    return { ids };
  },
});

type Beside = 'signature' | 'authority';

const isBeside = <File extends { purpose?: AttachmentPurpose | null | undefined }>(
  file: File,
): file is File & { purpose: Beside } => file.purpose === 'signature' || file.purpose === 'authority';

/** The file that a signature or a power of attorney is to lie beside: one of the same document that is no signature itself. */
function* signedFile(
  tx: Transaction,
  file: { documentId: string; purpose?: AttachmentPurpose | null | undefined; id?: string },
  ofId: string,
): Reading<RowOf<'attachment'>> {
  if (!isBeside(file) || ofId === file.id) throw new Refusal('BAD_INPUT', { field: 'ofId' });
  const of = yield* tx.existing('attachment', ofId);
  if (of.documentId !== file.documentId) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: of.id });
  if (of.purpose === 'signature') throw new Refusal('BAD_INPUT', { field: 'ofId' });
  return of;
}

/** Says of which file a signature or a power of attorney is; null: of the document as a whole, or not known. */
export const assignAttachment = command({
  name: 'attachment.assign',
  version: 1,
  args: z.object({ id: z.string(), documentId: z.string(), ofId: z.string().nullable() }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    if (document.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id: document.id });
    const row = yield* tx.existing('attachment', args.id);
    if (row.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: row.id });
    if (!isBeside(row)) throw new Refusal('BAD_INPUT', { field: 'purpose' });
    const of = args.ofId === null ? null : yield* signedFile(tx, row, args.ofId);
    if ((row.ofId ?? null) === args.ofId) return {};
    tx.patch('attachment', row, { ofId: args.ofId });
    const object = { entity: 'document', id: document.id };
    recordHistory(tx, context, 'attachment.assign', object, {}, { files: [row.name], ofFile: of?.name ?? null });
    return {};
  },
});

/** A newer version of a file: the older ones stay. Two made at once both stay, in the order in which the centre learned of them. */
export const addVersion = command({
  name: 'attachment.add-version',
  version: 1,
  args: z.object({
    documentId: z.string(),
    /** The version its author had before them. */
    basedOnId: z.string(),
    file: attachedFile,
    note: attachment.fields.note.schema.optional(),
  }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    if (document.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id: document.id });
    const base = yield* tx.existing('attachment', args.basedOnId);
    if (base.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: base.id });
    yield* checkMayFile(tx, context, document);
    checkCovered(document, base);
    const group = groupOf(base);
    const all = yield* tx.list('attachment', 'document', document.id, 1_000);
    const versions = all.filter((one) => groupOf(one) === group);
    const version = versions.reduce((highest, one) => Math.max(highest, one.version ?? 1), 0) + 1;
    const origin = { authorId: context.userId, createdAt: context.occurredAt, verifiedAt: null, archivedAt: null };
    const place = {
      groupId: group,
      version,
      note: args.note ?? null,
      basedOnId: base.id,
      purpose: base.purpose ?? null,
      ofId: base.ofId ?? null,
    };
    const id = tx.id();
    tx.put('attachment', { ...args.file, ...origin, ...place, id, documentId: document.id });
    const object = { entity: 'document', id: document.id };
    recordHistory(
      tx,
      context,
      'attachment.add-version',
      object,
      {},
      { files: [args.file.name], version, note: args.note ?? null },
    );
    yield* settle(tx, context, document.id);
    return { id, version };
  },
});

/** What an approved and signed contract says is not changed by another file; scans of the signed paper may still come. */
function checkCovered(document: RowOf<'document'>, file: Pick<RowOf<'attachment'>, 'purpose'>): void {
  if (document.approvalId && (document.signedOn || document.registeredAt) && isCovered(file))
    throw new Refusal('APPROVED_LOCKED', { id: document.id, fields: ['files'] });
}

export const removeAttachment = command({
  name: 'attachment.remove',
  version: 1,
  args: z.object({ id: z.string(), documentId: z.string() }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    if (document.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id: document.id });
    const row = yield* tx.existing('attachment', args.id);
    if (row.documentId !== document.id) throw new Refusal('NOT_FOUND', { entity: 'attachment', id: row.id });
    if (row.archivedAt !== null) return {};
    yield* checkMayFile(tx, context, document);
    checkCovered(document, row);
    tx.patch('attachment', row, { archivedAt: context.occurredAt });
    const object = { entity: 'document', id: document.id };
    recordHistory(tx, context, 'attachment.remove', object, { files: [row.name] }, { files: [] });
    yield* settle(tx, context, document.id);
    return {};
  },
});

/** The centre has the bytes and has checked their size and hash: said of every attachment with that hash, at most 1,000 at once. */
export const verifyAttachments = command({
  name: 'attachment.verify',
  version: 1,
  args: z.object({ sha256: z.string(), size: z.number() }),
  roles: 'centre',
  *decide(tx, args, context) {
    const rows = yield* tx.list('attachment', 'sha256', args.sha256, 1_000, true);
    const matching = rows.filter((row) => row.verifiedAt === null && row.size === args.size);
    for (const row of matching) tx.patch('attachment', row, { verifiedAt: context.receivedAt });
    for (const id of new Set(matching.map((row) => row.documentId))) yield* settle(tx, context, id);
    return { verified: matching.length };
  },
});
