import type { Context } from '#shared/commands/command.ts';
import { notDone } from '#shared/commands/control/done-day.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { ticketFollows } from '#shared/commands/service/after-round.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { DocumentState } from '#shared/domain/document.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const stateAfter: Record<'returned' | 'rejected' | 'cancelled', DocumentState> = {
  returned: 'draft',
  rejected: 'refused',
  cancelled: 'draft',
};

/**
 * Ends a round without agreement: nobody is asked any more, and the document is its author's again. `now`: what the document says
 * at its end.
 */
export function* endRound(
  tx: Transaction,
  context: Context,
  round: RowOf<'approval'>,
  state: keyof typeof stateAfter,
  now: Partial<Pick<RowOf<'approval'>, 'hash' | 'versionNumber'>> = {},
  against: RowOf<'decision'> | null = null,
): Reading<void> {
  const tasks = yield* tx.list('approval_task', 'approval', round.id, 1_000);
  for (const task of tasks)
    if (task.state === 'active' || task.state === 'waiting') tx.patch('approval_task', task, { state: 'closed' });
  tx.patch('approval', round, { ...now, state, finishedAt: context.receivedAt ?? context.occurredAt });
  if (round.purpose !== 'approval') return;
  const document = yield* tx.existing('document', round.documentId);
  tx.patch('document', document, { state: stateAfter[state], ...notDone(document) });
  if (document.kind !== 'application') return;
  const said = against ? { text: against.comment ?? '', byId: against.actorId } : null;
  yield* ticketFollows(tx, context, document.id, state, said);
}

/** Sends a round back to an earlier step: what was decided from there on does not count any more, whatever text it was about. */
export function goBack(
  tx: Transaction,
  tasks: readonly RowOf<'approval_task'>[],
  decisions: readonly RowOf<'decision'>[],
  toStep: number,
): void {
  const again = new Set(tasks.filter((task) => task.step >= toStep).map((task) => task.id));
  for (const one of decisions)
    if (again.has(one.taskId) && one.state === 'standing') tx.patch('decision', one, { state: 'superseded' });
  // They are asked anew: the time they took before the return does not count against them.
  for (const task of tasks) if (again.has(task.id)) tx.patch('approval_task', task, { activeSince: null, dueAt: null });
}
