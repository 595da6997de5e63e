import { z } from 'zod';
import { entity } from '#shared/domain/entity.ts';
import { id, instant, json, optionalInstant, optionalText, text } from '#shared/domain/field.ts';

const fieldChanges = z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }));

/** Who changed what, when by their clock, when the centre learned it, and at which workstation. Written by the commands themselves. */
export const history = entity({
  name: 'history',
  fields: {
    objectEntity: text(40),
    objectId: id(),
    /** Name of the command, worded by the windows. */
    action: text(60),
    /** An employee, or `centre` for its own jobs. */
    actorId: text(40),
    deviceName: optionalText(100),
    occurredAt: instant(),
    receivedAt: optionalInstant(),
    changes: json(fieldChanges),
  },
  keys: { object: (row) => row.objectId },
  indexes: [['objectId']],
  parent: (row) => ({ entity: row.objectEntity, id: row.objectId }),
});
