import { z } from 'zod';
import { type Context, command } from '#shared/commands/command.ts';
import { mentioned } from '#shared/commands/comment.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { admit } from '#shared/commands/service/admit.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { deskTicket, isUnapproved, ownTicket, refuseUnapproved } from '#shared/commands/service/reach.ts';
import { resolve } from '#shared/commands/service/resolve.ts';
import { settleTicket } from '#shared/commands/service/settle-ticket.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { comment } from '#shared/domain/comment.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';

const about = (args: { id: string }) => ({ entity: 'ticket', id: args.id });
const said = comment.fields.text.schema.pipe(z.string().trim().min(1));

/** What is said stands in the discussion of the ticket's paper. Returns the id of the message. */
function* say(tx: Transaction, context: Context, ticketId: string, text: string): Reading<string> {
  const mentions = yield* mentioned(tx, text);
  yield* admit(tx, ticketId, mentions);
  const id = tx.id();
  const times = { occurredAt: context.occurredAt, receivedAt: context.receivedAt };
  const place = { objectEntity: 'document' as const, objectId: ticketId };
  tx.put('comment', { ...place, ...times, id, authorId: context.userId, text, mentions });
  return id;
}

/** Answers the requester. `ask`: and waits for their word, while the clock stands; `resolve`: and that settles it. */
export const replyToTicket = command({
  name: 'ticket.reply',
  version: 1,
  args: z.object({
    id: z.string(),
    text: said,
    next: z.enum(['none', 'ask', 'resolve']),
    /** Answers that the requester may give with one press. */
    options: z.array(z.string().trim().min(1).max(80)).max(6),
  }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id, args.next === 'none');
    if (args.next !== 'none') refuseUnapproved(row);
    const messageId = yield* say(tx, context, row.id, args.text);
    if (isOpen(row.state)) yield* takeAlong(tx, context, row);
    const at = nowOf(context);
    const current = yield* tx.existing('ticket', row.id);
    if (args.next === 'ask') {
      const question = { text: args.text, options: args.options, askedById: context.userId, at, resubmit: false };
      tx.patch('ticket', current, { state: 'waiting', question, unread: false, since: at });
      happen(tx, context, row.id, 'asked', { messageId });
    } else {
      tx.patch('ticket', current, { unread: false });
      happen(tx, context, row.id, 'replied', { messageId });
      if (args.next === 'resolve') yield* resolve(tx, context, row.id, args.text);
    }
    yield* settleTicket(tx, context, row.id);
    return { id: messageId };
  },
});

/** Whoever answers first has it. */
function* takeAlong(tx: Transaction, context: Context, row: RowOf<'ticket'>): Reading<void> {
  if (row.assigneeId !== null || isUnapproved(row) || context.actor === null) return;
  const at = nowOf(context);
  const state = row.state === 'waiting' ? row.state : ('working' as const);
  tx.patch('ticket', row, { assigneeId: context.userId, insteadOfId: null, state, assignedAt: at, since: at });
  happen(tx, context, row.id, 'taken', { assigneeId: context.userId });
  yield* settleTicket(tx, context, row.id);
}

/** A word of the requester: the answer to what was asked, and the clock runs again; or just a message. */
export const answerTicket = command({
  name: 'ticket.answer',
  version: 1,
  args: z.object({ id: z.string(), text: said }),
  about,
  *decide(tx, args, context) {
    const row = yield* ownTicket(tx, context, args.id);
    const messageId = yield* say(tx, context, row.id, args.text);
    const current = yield* tx.existing('ticket', row.id);
    // What an approver gave back goes on when it is sent in again: see ticket.resubmit.
    if (row.state !== 'waiting' || row.question?.resubmit) {
      tx.patch('ticket', current, { unread: true });
      return { id: messageId };
    }
    const state = row.assigneeId ? ('working' as const) : ('open' as const);
    tx.patch('ticket', current, { state, question: null, unread: true, since: nowOf(context) });
    happen(tx, context, row.id, 'answered', { messageId });
    yield* settleTicket(tx, context, row.id);
    return { id: messageId };
  },
});

/** A note for the desk alone: the requester never gets it. */
export const noteTicket = command({
  name: 'ticket.note',
  version: 1,
  args: z.object({ id: z.string(), text: said }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id, true);
    const mentions = yield* mentioned(tx, args.text);
    const readers = [...mentions, ...(row.assigneeId ? [row.assigneeId] : [])].filter((one) => one !== row.requesterId);
    yield* admit(tx, row.id, mentions);
    const id = tx.id();
    const times = { occurredAt: context.occurredAt, receivedAt: context.receivedAt };
    tx.put('ticket_note', {
      ...times,
      id,
      ticketId: row.id,
      queueId: row.queueId,
      authorId: context.userId,
      text: args.text,
      readers,
    });
    return { id };
  },
});
