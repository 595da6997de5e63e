import { z } from 'zod';
import { entity } from '#shared/domain/entity.ts';
import { id, instant, integer, json, optionalInstant, optionalText, text } from '#shared/domain/field.ts';

const files = z.array(
  z.object({ attachmentId: z.string(), group: z.string(), name: z.string(), sha256: z.string(), size: z.number() }),
);

/** What a document said at one moment: the content fields and files that decisions are bound to. Never changed. */
export const documentVersion = entity({
  name: 'document_version',
  fields: {
    documentId: id(),
    number: integer(),
    /** Hash of the content under `hashSpec`; its first twelve digits are the fingerprint people see. */
    hash: text(64),
    hashSpec: integer(),
    content: json(z.record(z.string(), z.unknown())),
    files: json(files),
    note: optionalText(1_000),
    authorId: id(),
    occurredAt: instant(),
    receivedAt: optionalInstant(),
  },
  keys: { document: (row) => row.documentId },
  indexes: [['documentId']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
});
