import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { openDocument } from '#shared/commands/document.ts';
import { recordHistory } from '#shared/commands/record.ts';
import { attachment } from '#shared/domain/attachment.ts';
import { Refusal } from '#shared/domain/error.ts';

const { name, size, mime } = attachment.fields;
export const attachedFile = z.object({
  name: name.schema.pipe(z.string().min(1)),
  size: size.schema.pipe(z.number().min(0)),
  mime: mime.schema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const addAttachments = command({
  name: 'attachment.add',
  version: 1,
  args: z.object({ documentId: z.string(), files: z.array(attachedFile).min(1).max(200) }),
  about: (args) => ({ entity: 'document', id: args.documentId }),
  *decide(tx, args, context) {
    const document = yield* openDocument(tx, context, args.documentId);
    if (document.archivedAt !== null) throw new Refusal('ARCHIVED', { entity: 'document', id: document.id });
    const ids: string[] = [];
    for (const file of args.files) {
      const id = tx.id();
      ids.push(id);
      const origin = { authorId: context.userId, createdAt: context.occurredAt, verifiedAt: null, archivedAt: null };
      tx.put('attachment', { ...file, ...origin, id, documentId: document.id });
    }
    const names = args.files.map((file) => file.name);
    recordHistory(tx, context, 'attachment.add', { entity: 'document', id: document.id }, {}, { files: names });
    return { ids };
  },
});

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
    tx.patch('attachment', row, { archivedAt: context.occurredAt });
    const object = { entity: 'document', id: document.id };
    recordHistory(tx, context, 'attachment.remove', object, { files: [row.name] }, { files: [] });
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
    return { verified: matching.length };
  },
});
