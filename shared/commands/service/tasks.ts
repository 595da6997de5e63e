import { z } from 'zod';
import { actedAt, substitutesOf } from '#shared/commands/approval/acting.ts';
import { type Context, command } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { admit } from '#shared/commands/service/admit.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { openTasks, unopened } from '#shared/commands/service/plan-tasks.ts';
import { deskTicket, isOfDesk, openTicket } from '#shared/commands/service/reach.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { ticketTask } from '#shared/domain/service/ticket-task.ts';

const about = (args: { ticketId: string }) => ({ entity: 'ticket', id: args.ticketId });

/** Done, or not done after all. By whoever it is for, who stands in for them, the desk it is for, or the desk of the ticket. */
export const settleTicketTask = command({
  name: 'ticket_task.settle',
  version: 1,
  args: z.object({ ticketId: z.string(), id: z.string(), done: z.boolean(), note: z.string().max(2_000).nullable() }),
  about,
  *decide(tx, args, context) {
    const ticket = yield* openTicket(tx, context, args.ticketId);
    const task = yield* tx.existing('ticket_task', args.id);
    if (task.ticketId !== ticket.id) throw new Refusal('NOT_FOUND', { entity: 'ticket_task', id: args.id });
    if (!(yield* mayDo(tx, context, ticket, task))) throw new Refusal('DENIED', { task: task.title });
    if (task.state === 'waiting') throw new Refusal('TASK_WAITS', { task: task.title });
    if (task.state === 'cancelled' || (task.state === 'done') === args.done) return {};
    const at = nowOf(context);
    const patch = args.done
      ? { doneById: context.userId, doneAt: at, note: args.note }
      : { doneById: null, doneAt: null };
    tx.patch('ticket_task', task, { ...patch, state: args.done ? 'done' : 'open' });
    happen(tx, context, ticket.id, args.done ? 'task_done' : 'task_reopened', {
      taskId: task.id,
      title: task.title,
      note: args.note,
    });
    if (args.done) yield* openTasks(tx, context, ticket);
    return {};
  },
});

function* mayDo(
  tx: Transaction,
  context: Context,
  ticket: RowOf<'ticket'>,
  task: RowOf<'ticket_task'>,
): Reading<boolean> {
  if (task.employeeId === context.userId) return true;
  if (task.queueId !== null && context.actor?.queueIds?.includes(task.queueId)) return true;
  if (task.employeeId) {
    const substitutes = yield* substitutesOf(tx, task.employeeId, 'tickets', actedAt(context));
    if (substitutes.includes(context.userId)) return true;
  }
  return yield* isOfDesk(tx, context, ticket);
}

const { title, queueId, employeeId } = ticketTask.fields;

/** One more thing that has to be done for a ticket. */
export const addTicketTask = command({
  name: 'ticket_task.add',
  version: 1,
  args: z.object({
    ticketId: z.string(),
    title: title.schema.pipe(z.string().trim().min(1)),
    queueId: queueId.schema,
    employeeId: employeeId.schema,
    minutes: z.number().int().positive().nullable(),
  }),
  about,
  *decide(tx, args, context) {
    const ticket = yield* deskTicket(tx, context, args.ticketId);
    const tasks = yield* tx.list('ticket_task', 'ticket', ticket.id, 500);
    const id = tx.id();
    const position = tasks.length;
    tx.put('ticket_task', { ...unopened, ...args, id, position, key: `added_${position}`, after: [] });
    if (args.queueId && args.queueId !== ticket.queueId && !ticket.deskIds.includes(args.queueId))
      tx.patch('ticket', ticket, { deskIds: [...ticket.deskIds, args.queueId] });
    if (args.employeeId) yield* admit(tx, ticket.id, [args.employeeId]);
    if (ticket.state !== 'approval') yield* openTasks(tx, context, yield* tx.existing('ticket', ticket.id));
    return { id };
  },
});
