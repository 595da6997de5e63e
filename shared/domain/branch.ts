import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { integer, json, later, optionalInstant, text } from '#shared/domain/field.ts';

/** Offsets from UTC in minutes, each in force from an instant on (null: since ever). A changed law is a new entry, never an edit. */
const offsets = z.array(z.object({ from: z.number().int().nullable(), minutes: z.number().int() }));

const schedule = z.object({
  days: z.array(z.number().int().min(1).max(7)).max(7),
  intervals: z.array(z.tuple([z.number().int().min(0).max(1440), z.number().int().min(0).max(1440)])).max(6),
});

export const branch = entity({
  name: 'branch',
  fields: {
    code: text(10),
    name: text(200),
    city: text(100),
    /** Name in the IANA time zone database, for words; the arithmetic uses `offsets`. */
    zone: text(60),
    offsets: json(offsets),
    position: integer({ part: 'process', merge: 'latest' }),
    /** Days of the week (1 is Monday) and working intervals in minutes of local time; null: the usual week. */
    schedule: later(json(schedule.nullable())),
    archivedAt: later(optionalInstant({ part: 'process', merge: 'latest' })),
  },
  scopes: () => [organizationScope],
});
