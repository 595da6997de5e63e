import { z } from 'zod';
import { entity, queueScope, userScope } from '#shared/domain/entity.ts';
import { id, instant, json, optionalId, optionalInstant, text } from '#shared/domain/field.ts';

/** An internal note of the desk. The requester never gets it: it does not follow the ticket but its queue. */
export const ticketNote = entity({
  name: 'ticket_note',
  fields: {
    ticketId: id(),
    queueId: optionalId({ part: 'process' }),
    authorId: id(),
    text: text(20_000),
    occurredAt: instant({ part: 'process' }),
    receivedAt: optionalInstant({ part: 'process' }),
    /** Colleagues called by @login, and the assignee when they are not of the queue. */
    readers: json(z.array(z.string()), { part: 'process', merge: 'merge' }),
  },
  keys: { ticket: (row) => row.ticketId },
  indexes: [['ticketId']],
  scopes: (row) => [
    ...(row.queueId ? [queueScope(row.queueId)] : []),
    userScope(row.authorId),
    ...row.readers.map(userScope),
  ],
});
