import { entity } from '#shared/domain/entity.ts';
import { id, instant, oneOf, optionalInstant } from '#shared/domain/field.ts';

export const linkKinds = ['related', 'basis', 'payment', 'closing', 'reply', 'appendix', 'replaces'] as const;

/** Two documents belong together; said once, shown on both. */
export const documentLink = entity({
  name: 'document_link',
  fields: {
    documentId: id(),
    otherId: id(),
    kind: oneOf(linkKinds, { merge: 'latest' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { document: (row) => row.documentId, other: (row) => row.otherId },
  indexes: [['documentId'], ['otherId']],
  parent: (row) => ({ entity: 'document', id: row.documentId }),
});
