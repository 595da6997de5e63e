import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { instant, integer, json } from '#shared/domain/field.ts';

const day = z.object({
  date: z.string(),
  kind: z.enum(['holiday', 'short', 'working']),
  movedFrom: z.string().optional(),
});

/** A production calendar as it was when something was counted by it. Never changed: clocks that ran by it keep running by it. */
export const calendarVersion = entity({
  name: 'calendar_version',
  fields: {
    year: integer(),
    days: json(z.array(day).max(200)),
    createdAt: instant({ part: 'process' }),
  },
  keys: { year: (row) => String(row.year) },
  indexes: [['year']],
  scopes: () => [organizationScope],
});
