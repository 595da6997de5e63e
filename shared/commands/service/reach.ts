import { actedAt, substitutesOf } from '#shared/commands/approval/acting.ts';
import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';

type Ticket = RowOf<'ticket'>;

/** The ticket, if the actor may see it; otherwise it does not exist for them. */
export function* seenTicket(tx: Transaction, context: Context, id: string): Reading<Ticket> {
  const row = yield* tx.existing('ticket', id);
  if (!context.sees('ticket', row)) throw new Refusal('NOT_FOUND', { entity: 'ticket', id });
  return row;
}

/** The ticket while it is on its way. */
export function* openTicket(tx: Transaction, context: Context, id: string): Reading<Ticket> {
  const row = yield* seenTicket(tx, context, id);
  if (!isOpen(row.state)) throw new Refusal('TICKET_ENDED', { state: row.state });
  return row;
}

/** The ticket, when the actor answers for the desk: a member of its queue, whoever has it, who stands in for them, or the lead. */
export function* deskTicket(tx: Transaction, context: Context, id: string, ended = false): Reading<Ticket> {
  const row = ended ? yield* seenTicket(tx, context, id) : yield* openTicket(tx, context, id);
  if (!(yield* isOfDesk(tx, context, row))) throw new Refusal('DENIED', { desk: row.queueId });
  return row;
}

export function* isOfDesk(tx: Transaction, context: Context, row: Ticket): Reading<boolean> {
  const { actor, userId } = context;
  if (actor === null || row.assigneeId === userId) return true;
  if (row.queueId !== null && actor.queueIds?.includes(row.queueId)) return true;
  if (actor.roles.includes('administrator')) return true;
  if (row.assigneeId && (yield* substitutesOf(tx, row.assigneeId, 'tickets', actedAt(context))).includes(userId))
    return true;
  const queue = row.queueId ? yield* tx.get('queue', row.queueId) : null;
  return queue !== null && typeof queue !== 'string' && queue.leadId === userId;
}

/** A ticket that is still to be agreed: in its round, or given back by an approver. No desk works on it. */
export const isUnapproved = (row: Ticket): boolean => row.state === 'approval' || row.question?.resubmit === true;

/** Refuses the work of a desk on what nobody has agreed to yet. */
export function refuseUnapproved(row: Ticket): void {
  if (isUnapproved(row)) throw new Refusal('NOT_APPROVED', {});
}

/** The ticket, when the actor asked for it or stands in for who did. */
export function* ownTicket(tx: Transaction, context: Context, id: string): Reading<Ticket> {
  const row = yield* seenTicket(tx, context, id);
  if (context.userId === row.requesterId || context.userId === row.authorId) return row;
  const substitutes = yield* substitutesOf(tx, row.requesterId, 'tickets', actedAt(context));
  if (!substitutes.includes(context.userId)) throw new Refusal('DENIED', { requester: row.requesterId });
  return row;
}
