import { z } from 'zod';
import { entity, userScope } from '#shared/domain/entity.ts';
import { id, instant, json, oneOf, optionalId, optionalInstant, optionalText, text } from '#shared/domain/field.ts';

const conflictFields = z.array(
  z.object({
    field: z.string(),
    base: z.unknown(),
    mine: z.unknown(),
    theirs: z.unknown(),
    chosen: z.unknown().optional(),
  }),
);

/** Two people changed the same field of kind `ask` without seeing each other. The centre's value stands until somebody decides. */
export const conflict = entity({
  name: 'conflict',
  fields: {
    objectEntity: text(40),
    objectId: id(),
    authorId: id(),
    deviceName: optionalText(100),
    occurredAt: instant(),
    /** Who wrote the value that stands in the centre, and when. */
    theirsById: optionalId(),
    theirsAt: optionalInstant(),
    fields: json(conflictFields),
    /** Fields of the same command that were merged without asking. */
    merged: json(z.array(z.object({ field: z.string(), value: z.unknown() }))),
    state: oneOf(['open', 'resolved'], { part: 'process' }),
    resolvedById: optionalId({ part: 'process' }),
    resolvedAt: optionalInstant({ part: 'process' }),
  },
  keys: { object: (row) => row.objectId },
  indexes: [['state'], ['objectId']],
  parent: (row) => ({ entity: row.objectEntity, id: row.objectId }),
  extraScopes: (row) => [userScope(row.authorId)],
});
