import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { autoAssign } from '#shared/commands/service/auto-assign.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { AssignmentRule } from '#shared/domain/service/assignment.ts';

/** The ticket comes to its desk: it waits there, or has somebody at once by the rule. */
export function* intoQueue(tx: Transaction, context: Context, id: string, rule: AssignmentRule): Reading<void> {
  const row = yield* tx.existing('ticket', id);
  const found = row.queueId ? yield* tx.get('queue', row.queueId) : null;
  const queue = found && typeof found !== 'string' ? found : null;
  const choice = yield* autoAssign(tx, context, row, rule, queue);
  const at = nowOf(context);
  const assigneeId = choice?.employeeId ?? null;
  const insteadOfId = choice?.insteadOfId ?? null;
  const state = assigneeId ? ('working' as const) : ('open' as const);
  tx.patch('ticket', row, {
    state,
    assigneeId,
    insteadOfId,
    since: at,
    assignedAt: assigneeId ? at : null,
    question: null,
  });
  happen(tx, context, id, 'queued', {
    queueId: row.queueId,
    assigneeId,
    insteadOfId,
    reason: choice?.reason ?? 'queue',
  });
  yield* mark(tx, id, 'perform');
}

/** Moves the paper of a ticket along with it, so that registers and approvers see where it stands. */
export function* mark(tx: Transaction, id: string, state: RowOf<'document'>['state']): Reading<void> {
  const paper = yield* tx.get('document', id);
  if (typeof paper !== 'string' && paper.state !== state) tx.patch('document', paper, { state });
}
