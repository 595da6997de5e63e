import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { date, id, instant, json, later, optionalId, optionalInstant, optionalText } from '#shared/domain/field.ts';

/** Kinds of work that a substitute takes over. */
export const substitutedWork = ['approval', 'signing', 'acknowledgement', 'key_dates', 'tickets', 'queues'] as const;
export type SubstitutedWork = (typeof substitutedWork)[number];

/** While `employee` is away, `substitute` decides for them; both days included, in the zone of the employee's branch. Ends by itself. */
export const substitution = entity({
  name: 'substitution',
  fields: {
    employeeId: id(),
    substituteId: id(),
    from: date(),
    to: date(),
    kinds: json(z.array(z.enum(substitutedWork)).min(1), { merge: 'ask' }),
    reason: optionalText(500, { merge: 'latest' }),
    createdById: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    /** When the centre gave the substitute sight of what already waits; null until the period begins. */
    begunAt: optionalInstant({ part: 'process', merge: 'latest' }),
    cancelledAt: optionalInstant({ part: 'process', merge: 'latest' }),
    /** Queues of the absent member that the substitute sees meanwhile. */
    lentQueueIds: later(json(z.array(z.string()).nullable(), { part: 'process', merge: 'latest' })),
    /** When the centre took the lent queues back. */
    endedAt: later(optionalInstant({ part: 'process', merge: 'latest' })),
    /** The approved vacation that put it in force. */
    vacationId: later(optionalId({ part: 'process' })),
  },
  keys: {
    employee: (row) => row.employeeId,
    substitute: (row) => row.substituteId,
    /** Those the centre has yet to begin. */
    pending: (row) => (row.begunAt === null && row.cancelledAt === null ? 'pending' : null),
    /** Those whose queues the centre has yet to take back. */
    lent: (row) => (row.lentQueueIds?.length && !row.endedAt ? 'lent' : null),
  },
  indexes: [['employeeId'], ['substituteId'], ['begunAt']],
  scopes: () => [organizationScope],
});
