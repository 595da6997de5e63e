import { todayIn } from '#shared/commands/approval/branch-time.ts';
import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { admit } from '#shared/commands/service/admit.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { SubstitutedWork } from '#shared/domain/company/substitution.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const week = 7 * 86_400_000;

/** The instant a right is judged by: when it happened, if that was at most seven days before the centre learned of it. */
export function actedAt(context: Context): number {
  const { occurredAt, receivedAt } = context;
  if (receivedAt === null) return occurredAt;
  return occurredAt <= receivedAt && receivedAt - occurredAt <= week ? occurredAt : receivedAt;
}

export const workOf: Record<RowOf<'approval_task'>['kind'], SubstitutedWork> = {
  approve: 'approval',
  sign: 'signing',
  acknowledge: 'acknowledgement',
};

/** Whoever decides for an employee in a kind of work at an instant. There are no chains: a substitute's substitute does not. */
export function* substitutesOf(
  tx: Transaction,
  employeeId: string,
  work: SubstitutedWork,
  at: number,
): Reading<string[]> {
  const rows = yield* tx.list('substitution', 'employee', employeeId, 200, true);
  const living = rows.filter((row) => row.cancelledAt === null && row.kinds.includes(work));
  if (living.length === 0) return [];
  const employee = yield* tx.existing('employee', employeeId);
  const today = yield* todayIn(tx, employee.branchId, at);
  return living.filter((row) => row.from <= today && today <= row.to).map((row) => row.substituteId);
}

/** Whether the actor may decide a task: it is theirs, it was escalated to them, or they stand in for its owner now. */
export function* mayDecide(tx: Transaction, context: Context, task: RowOf<'approval_task'>): Reading<boolean> {
  if (context.userId === task.employeeId || context.userId === task.escalatedToId) return true;
  const substitutes = yield* substitutesOf(tx, task.employeeId, workOf[task.kind], actedAt(context));
  return substitutes.includes(context.userId);
}

/** Gives people sight of a document they are asked about. */
export function* letIn(tx: Transaction, documentId: string, employees: readonly string[]): Reading<void> {
  const row = yield* tx.existing('document', documentId);
  // The paper of a ticket is seen by whoever sees the ticket.
  if (row.kind === 'application') return yield* admit(tx, documentId, employees);
  const known = row.participants ?? [];
  const added = [...new Set(employees)].filter((id) => !known.includes(id));
  if (added.length > 0) tx.patch('document', row, { participants: [...known, ...added] });
}
