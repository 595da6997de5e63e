import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { mark } from '#shared/commands/service/into-queue.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';

/** The desk has done what was asked; the requester has the last word. Refused while tasks of the ticket are open. */
export function* resolve(tx: Transaction, context: Context, id: string, solution: string | null): Reading<void> {
  const tasks = yield* tx.list('ticket_task', 'ticket', id, 500);
  const open = tasks.filter((task) => task.state === 'open' || task.state === 'waiting').length;
  if (open > 0) throw new Refusal('TASKS_OPEN', { count: open });
  const row = yield* tx.existing('ticket', id);
  const at = nowOf(context);
  const assigneeId = row.assigneeId ?? context.actor?.id ?? null;
  const kept = solution?.slice(0, 4_000) ?? null;
  tx.patch('ticket', row, { state: 'resolved', solution: kept, question: null, assigneeId, resolvedAt: at, since: at });
  happen(tx, context, id, 'resolved', {});
  yield* mark(tx, id, 'done');
}
