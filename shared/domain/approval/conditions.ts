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
