import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { instant, json, oneOf, optionalId, optionalInstant, text } from '#shared/domain/field.ts';

const member = z.object({
  employeeId: z.string(),
  skills: z.array(z.string().max(60)).max(30),
  /** Open tickets at once; null: no limit. */
  limit: z.number().int().positive().max(500).nullable(),
});
export type QueueMember = z.infer<typeof member>;

const schedule = z.object({
  days: z.array(z.number().int().min(1).max(7)).max(7),
  intervals: z.array(z.tuple([z.number().int().min(0).max(1440), z.number().int().min(0).max(1440)])).max(6),
});

/** A desk that answers. Whoever is its member sees its tickets: see `employee.queueIds`. */
export const queue = entity({
  name: 'queue',
  fields: {
    name: text(120, { sorted: true }),
    members: json(z.array(member).max(200)),
    /** Told when a due time is near or past. */
    leadId: optionalId(),
    /** Where the desk sits: its time zone. */
    branchId: optionalId(),
    /** Shifts of the desk, when they differ from its branch's hours. */
    schedule: json(schedule.nullable()),
    /** standard: holidays are days off; none: the desk works on every day of its schedule. */
    holidays: oneOf(['standard', 'none']),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  scopes: () => [organizationScope],
});
