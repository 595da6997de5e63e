import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import {
  date,
  flag,
  id,
  instant,
  integer,
  json,
  oneOf,
  optionalDate,
  optionalInstant,
  text,
} from '#shared/domain/field.ts';

/** A request that the centre makes by itself again and again. `day`: of the month (1–31, the last one when it has fewer) or of the week (1–7). */
export const recurringTicket = entity({
  name: 'recurring_ticket',
  fields: {
    title: text(300, { sorted: true }),
    serviceId: id(),
    values: json(z.record(z.string(), z.unknown())),
    requesterId: id(),
    every: oneOf(['day', 'week', 'month', 'quarter']),
    day: integer(),
    /** Moves to the next working day when it falls on a day off. */
    workingDay: flag({ merge: 'latest' }),
    nextOn: date({ part: 'process', merge: 'latest' }),
    until: optionalDate(),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  keys: { living: (row) => (row.archivedAt === null ? 'living' : null) },
  scopes: () => [organizationScope],
});
