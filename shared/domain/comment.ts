import { z } from 'zod';
import { entity } from '#shared/domain/entity.ts';
import { id, instant, json, later, oneOf, optionalInstant, text } from '#shared/domain/field.ts';

export const discussed = ['document', 'counterparty'] as const;

/** A message in the discussion of a record. */
export const comment = entity({
  name: 'comment',
  fields: {
    objectEntity: oneOf(discussed),
    objectId: id(),
    authorId: id(),
    text: text(20_000),
    occurredAt: instant({ part: 'process' }),
    receivedAt: optionalInstant({ part: 'process' }),
    /** Employees whom the text calls by @login. */
    mentions: later(json(z.array(z.string()).nullable(), { part: 'process' })),
  },
  keys: { object: (row) => row.objectId },
  indexes: [['objectId']],
  parent: (row) => ({ entity: row.objectEntity, id: row.objectId }),
});
