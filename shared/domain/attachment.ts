import { entity } from '#shared/domain/entity.ts';
import { id, instant, integer, optionalInstant, text } from '#shared/domain/field.ts';

/** A file of a document. Its bytes are found by their hash; the row never waits for them. */
export const attachment = entity({
  name: 'attachment',
  fields: {
    documentId: id(),
    name: text(255),
    size: integer(),
    mime: text(120),
    sha256: text(64),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    /** When the centre had the bytes and had checked their size and hash; null: not yet. */
    verifiedAt: optionalInstant({ part: 'process', merge: 'latest' }),
    archivedAt: optionalInstant({ merge: 'latest' }),
  },
  keys: { document: (row) => row.documentId, sha256: (row) => row.sha256 },
  indexes: [['documentId'], ['sha256']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
});
