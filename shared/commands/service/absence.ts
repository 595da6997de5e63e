import { substitutesOf } from '#shared/commands/approval/acting.ts';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';

export interface Absence {
  away: boolean;
  substituteIds: string[];
}

/** Whether an employee is away at an instant, by an approved vacation or a substitution in force, and who takes their tickets. */
export function* absenceOf(tx: Transaction, employeeId: string, at: number): Reading<Absence> {
  const substituteIds = yield* substitutesOf(tx, employeeId, 'tickets', at);
  if (substituteIds.length > 0) return { away: true, substituteIds };
  const leaves = (yield* tx.list('vacation', 'employee', employeeId, 200, true)).filter(
    (one) => one.state === 'approved',
  );
  if (leaves.length === 0) return { away: false, substituteIds };
  const employee = yield* tx.existing('employee', employeeId);
  const today = yield* todayIn(tx, employee.branchId, at);
  return { away: leaves.some((one) => one.from <= today && today <= one.to), substituteIds };
}

/** A period in which a person will be away, and therefore cannot stand in for anybody: a vacation or a substitution of their own. */
export function* awayWithin(
  tx: Transaction,
  employeeId: string,
  from: string,
  to: string,
): Reading<{ from: string; to: string } | null> {
  const meets = (one: { from: string; to: string }): boolean => one.from <= to && from <= one.to;
  const replaced = yield* tx.list('substitution', 'employee', employeeId, 500, true);
  const substituted = replaced.find((one) => one.cancelledAt === null && meets(one));
  if (substituted) return { from: substituted.from, to: substituted.to };
  const leaves = yield* tx.list('vacation', 'employee', employeeId, 500, true);
  const away = leaves.find((one) => counts(one.state) && meets(one));
  return away ? { from: away.from, to: away.to } : null;
}

/** A vacation that takes days: asked for or agreed. What stands only in the schedule keeps nobody from anything. */
export const counts = (state: RowOf<'vacation'>['state']): boolean => state === 'requested' || state === 'approved';
