import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { intoQueue } from '#shared/commands/service/into-queue.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { cancelTasks, openTasks } from '#shared/commands/service/plan-tasks.ts';
import { settleTicket } from '#shared/commands/service/settle-ticket.ts';
import { vacationAgreed, vacationOff } from '#shared/commands/service/vacation-effect.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';

export type RoundOutcome = 'running' | 'approved' | 'returned' | 'rejected' | 'cancelled';

/** A ticket follows the round of its paper. Called whenever a round moves; says nothing twice. `said`: what the person wrote who sent it back. */
export function* ticketFollows(
  tx: Transaction,
  context: Context,
  id: string,
  outcome: RoundOutcome,
  said: { text: string; byId: string } | null = null,
): Reading<void> {
  const row = yield* tx.get('ticket', id);
  if (typeof row === 'string' || !isOpen(row.state)) return;
  const at = nowOf(context);
  if (outcome === 'running') {
    if (row.state === 'approval') return;
    tx.patch('ticket', row, { state: 'approval', question: null, assigneeId: null, insteadOfId: null, since: at });
    happen(tx, context, id, 'approval_started');
  } else if (row.state !== 'approval') return;
  else if (outcome === 'approved') yield* agreed(tx, context, id);
  else if (outcome === 'rejected') {
    tx.patch('ticket', row, { state: 'rejected', since: at, closedAt: at, solution: said?.text ?? null });
    happen(tx, context, id, 'rejected', said ? { text: said.text, byId: said.byId } : {});
    yield* vacationOff(tx, context, id, 'rejected');
    yield* cancelTasks(tx, id);
  } else {
    const { text, byId } = said ?? { text: '', byId: context.userId };
    const question = { text, options: [], askedById: byId, at, resubmit: true };
    tx.patch('ticket', row, { state: 'waiting', question, since: at });
    happen(tx, context, id, 'returned', { outcome, text, byId });
  }
  yield* settleTicket(tx, context, id);
}

function* agreed(tx: Transaction, context: Context, id: string): Reading<void> {
  happen(tx, context, id, 'approved');
  yield* goOn(tx, context, id);
}

/** Everybody who had to has agreed, or nobody has to: the ticket goes to its desk, and a vacation is in force. */
export function* goOn(tx: Transaction, context: Context, id: string): Reading<void> {
  const row = yield* tx.existing('ticket', id);
  yield* vacationAgreed(tx, context, id);
  const version = yield* tx.byKey('service_version', 'version', `${row.serviceId}/${row.serviceVersion}`);
  const rule = version?.definition.assignment ?? { type: 'queue', employeeId: null, sameBranch: false, skill: null };
  if (row.queueId !== null) {
    yield* intoQueue(tx, context, id, rule);
    return yield* openTasks(tx, context, yield* tx.existing('ticket', id));
  }
  // Nobody has anything to do for it: the agreement was what was asked for.
  const at = nowOf(context);
  tx.patch('ticket', yield* tx.existing('ticket', id), {
    state: 'resolved',
    question: null,
    since: at,
    resolvedAt: at,
  });
  happen(tx, context, id, 'resolved', { byRoute: true });
}
