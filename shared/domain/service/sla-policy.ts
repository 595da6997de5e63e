import { z } from 'zod';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { instant, integer, json, oneOf, optionalInstant, text } from '#shared/domain/field.ts';

/** Working minutes; null: no target. */
const target = z.object({
  response: z.number().int().positive().max(1_000_000).nullable(),
  resolution: z.number().int().positive().max(1_000_000).nullable(),
});

const step = z.object({
  of: z.enum(['response', 'resolution']),
  /** Share of the target that has passed, in percent: 80 warns, 100 and more escalates. */
  at: z.number().int().min(1).max(1_000),
  tell: z.enum(['assignee', 'lead', 'manager']),
  raisePriority: z.boolean(),
});
export type EscalationStep = z.infer<typeof step>;

/** Whose hours the clocks run in. `always`: day and night. */
export const slaCalendars = ['requester', 'queue', 'always'] as const;

/** How soon a desk answers and resolves. Tickets keep the targets they were made with. */
export const slaPolicy = entity({
  name: 'sla_policy',
  fields: {
    name: text(120, { sorted: true }),
    calendar: oneOf(slaCalendars),
    targets: json(z.object({ low: target, normal: target, high: target, critical: target })),
    steps: json(z.array(step).max(20)),
    version: integer({ part: 'process', merge: 'latest' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  scopes: () => [organizationScope],
});
