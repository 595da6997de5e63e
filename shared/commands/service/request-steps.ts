import { employeesOf } from '#shared/commands/approval/members.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { stepsFor } from '#shared/domain/approval/conditions.ts';
import type { RouteStep } from '#shared/domain/approval/route.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** A step that asks the head alone: whoever has nobody above them is not asked by anybody there. */
export const asksHeadOnly = (step: Pick<RouteStep, 'members'>): boolean =>
  step.members.every((member) => member.type === 'head');

/** The steps of a service's route that apply to a request. The general director has no head: such a step is left out for them. */
export function* requestSteps(
  tx: Transaction,
  route: RowOf<'approval_route'> | null,
  paper: RowOf<'document'>,
  requesterId: string,
): Reading<RouteStep[]> {
  const steps = route ? stepsFor(route.steps, paper) : [];
  if (!steps.some(asksHeadOnly)) return steps;
  const heads = yield* employeesOf(tx, { type: 'head' }, paper, requesterId);
  return heads.length > 0 ? steps : steps.filter((step) => !asksHeadOnly(step));
}
