import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { admit } from '#shared/commands/service/admit.ts';
import { nowOf } from '#shared/commands/service/log.ts';
import { spansOf } from '#shared/commands/service/pinned-time.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { PlannedTask } from '#shared/domain/service/definition.ts';
import { addWorkingMinutes } from '#shared/lib/working-time/working-minutes.ts';

type Task = RowOf<'ticket_task'>;

/** Writes the checklist of a new ticket and lets its desks and people see it. Nothing can be done before the desk has the ticket. */
export function* planTasks(tx: Transaction, ticketId: string, plans: readonly PlannedTask[]): Reading<void> {
  for (const [position, { key, title, queueId, employeeId, after, minutes }] of plans.entries())
    tx.put('ticket_task', {
      ...unopened,
      id: tx.id(),
      ticketId,
      position,
      key,
      title,
      queueId,
      employeeId,
      after,
      minutes,
    });
  if (plans.length === 0) return;
  const row = yield* tx.existing('ticket', ticketId);
  const desks = plans.flatMap(({ queueId }) => (queueId && queueId !== row.queueId ? [queueId] : []));
  tx.patch('ticket', row, { deskIds: [...new Set(desks)] });
  yield* admit(
    tx,
    ticketId,
    plans.flatMap(({ employeeId }) => (employeeId ? [employeeId] : [])),
  );
}

export const unopened = {
  state: 'waiting',
  openedAt: null,
  dueAt: null,
  doneById: null,
  doneAt: null,
  note: null,
} as const satisfies Partial<Task>;

/** Opens what can be begun: everything that waits for nothing that is still undone. */
export function* openTasks(tx: Transaction, context: Context, ticket: RowOf<'ticket'>): Reading<void> {
  const tasks = yield* tx.list('ticket_task', 'ticket', ticket.id, 500);
  const undone = new Set(
    tasks.filter((task) => task.state === 'waiting' || task.state === 'open').map((task) => task.key),
  );
  const time = (yield* spansOf(tx, ticket.sla?.times.slice(-1) ?? []))[0]?.time;
  const at = nowOf(context);
  for (const task of tasks) {
    if (task.state !== 'waiting' || task.after.some((key) => undone.has(key))) continue;
    const dueAt = time && task.minutes !== null ? addWorkingMinutes(time, at, task.minutes) : null;
    tx.patch('ticket_task', task, { state: 'open', openedAt: at, dueAt });
  }
}

/** Nobody has to do anything for it any more. */
export function* cancelTasks(tx: Transaction, ticketId: string): Reading<void> {
  for (const task of yield* tx.list('ticket_task', 'ticket', ticketId, 500))
    if (task.state === 'waiting' || task.state === 'open') tx.patch('ticket_task', task, { state: 'cancelled' });
}
