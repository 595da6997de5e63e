import type { RouteCondition, RouteStep } from '#shared/domain/approval/route.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Whether all conditions hold for a document. An amount that is not known meets no condition about amounts. */
export function conditionsHold(conditions: readonly RouteCondition[], row: RowOf<'document'>): boolean {
  return conditions.every((condition) => {
    if (condition.field === 'amount') {
      if (row.amount === null) return false;
      const { from, below } = condition;
      return (from === null || row.amount >= from) && (below === null || row.amount < below);
    }
    if (condition.field === 'kind') return condition.in.includes(row.kind);
    if (condition.field === 'branchId') return condition.in.includes(row.branchId);
    return row.contractType != null && condition.in.includes(row.contractType);
  });
}

export const stepsFor = (steps: readonly RouteStep[], row: RowOf<'document'>): RouteStep[] =>
  steps.filter((step) => conditionsHold(step.conditions, row));

/** The route proposed for a document: the first living one, in the company's order, whose conditions hold. */
export function routeFor(
  routes: readonly RowOf<'approval_route'>[],
  row: RowOf<'document'>,
): RowOf<'approval_route'> | null {
  const fitting = routes.filter((route) => route.active && route.archivedAt === null);
  const ordered = fitting.sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
  return (
    ordered.find((route) => conditionsHold(route.conditions, row) && stepsFor(route.steps, row).length > 0) ?? null
  );
}
