import { entity } from '#shared/domain/entity.ts';
import { id, instant, oneOf, optionalInstant } from '#shared/domain/field.ts';

export const ticketLinkKinds = ['related', 'duplicate', 'blocks', 'split'] as const;

/** A ticket that has to do with another one, or with a document. */
export const ticketLink = entity({
  name: 'ticket_link',
  fields: {
    ticketId: id(),
    otherEntity: oneOf(['ticket', 'document']),
    otherId: id(),
    kind: oneOf(ticketLinkKinds),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { ticket: (row) => row.ticketId, other: (row) => row.otherId },
  indexes: [['ticketId'], ['otherId']],
  parent: (row) => ({ entity: 'ticket', id: row.ticketId }),
});
