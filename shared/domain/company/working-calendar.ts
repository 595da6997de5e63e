import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { integer, json, optionalText } from '#shared/domain/field.ts';

const day = z.object({
  date: z.string(),
  kind: z.enum(['holiday', 'short', 'working']),
  movedFrom: z.string().optional(),
});

/** The production calendar of one year: the days that differ from the plain week. */
export const workingCalendar = entity({
  name: 'working_calendar',
  fields: {
    year: integer(),
    days: json(z.array(day).max(200)),
    /** Where it was taken from: the file's name. */
    source: optionalText(255, { part: 'process', merge: 'latest' }),
  },
  keys: { year: (row) => String(row.year) },
  indexes: [['year']],
  scopes: () => [organizationScope],
});
