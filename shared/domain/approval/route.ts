import { z } from 'zod';
import { contractTypes, documentKinds } from '#shared/domain/document.ts';
import { roles } from '#shared/domain/employee.ts';
import { entity, organizationScope } from '#shared/domain/entity.ts';
import { flag, id, instant, integer, json, optionalInstant, text } from '#shared/domain/field.ts';

/** Who decides in a step. `head`: the head of the author's department; `branch` narrows a role to the document's branch. */
export const routeMember = z.discriminatedUnion('type', [
  z.object({ type: z.literal('employee'), employeeId: z.string() }),
  z.object({ type: z.literal('role'), role: z.enum(roles), where: z.enum(['branch', 'organization']) }),
  z.object({ type: z.literal('head') }),
  z.object({ type: z.literal('responsible') }),
]);
export type RouteMember = z.infer<typeof routeMember>;

/** A step or a route applies only when all of its conditions hold. Amounts in kopecks. */
export const routeCondition = z.discriminatedUnion('field', [
  z.object({ field: z.literal('amount'), from: z.number().int().nullable(), below: z.number().int().nullable() }),
  z.object({ field: z.literal('kind'), in: z.array(z.enum(documentKinds)).min(1) }),
  z.object({ field: z.literal('branchId'), in: z.array(z.string()).min(1) }),
  z.object({ field: z.literal('contractType'), in: z.array(z.enum(contractTypes)).min(1) }),
]);
export type RouteCondition = z.infer<typeof routeCondition>;

export const stepKinds = ['approve', 'sign', 'acknowledge'] as const;
/** sequence: one after another; all: at once, every one; any: the first; quorum: n of m. */
export const stepModes = ['sequence', 'all', 'any', 'quorum'] as const;

export const routeStep = z.object({
  key: z.string().min(1).max(40),
  name: z.string().max(200),
  kind: z.enum(stepKinds),
  mode: z.enum(stepModes),
  quorum: z.number().int().positive().nullable(),
  members: z.array(routeMember).min(1).max(500),
  conditions: z.array(routeCondition).max(10),
  /** Working minutes of the approver's branch; null: no deadline. */
  deadlineMinutes: z.number().int().positive().nullable(),
  /** Asked as well when the deadline has passed. */
  escalateTo: routeMember.nullable(),
});
export type RouteStep = z.infer<typeof routeStep>;

/** An approval route as an administrator builds it. Rounds under way keep the steps they began with. */
export const approvalRoute = entity({
  name: 'approval_route',
  fields: {
    name: text(200, { sorted: true }),
    conditions: json(z.array(routeCondition).max(10)),
    steps: json(z.array(routeStep).min(1).max(30)),
    active: flag({ merge: 'latest' }),
    /** Routes are offered in this order; the first that fits is proposed. */
    position: integer({ part: 'process', merge: 'latest' }),
    version: integer({ part: 'process', merge: 'latest' }),
    authorId: id({ part: 'process' }),
    createdAt: instant({ part: 'process' }),
    archivedAt: optionalInstant({ part: 'process', merge: 'latest' }),
  },
  scopes: () => [organizationScope],
});
