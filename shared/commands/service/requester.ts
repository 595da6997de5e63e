import { z } from 'zod';
import { todayIn } from '#shared/commands/approval/branch-time.ts';
import { endRound } from '#shared/commands/approval/end.ts';
import { beginRound } from '#shared/commands/approval/submit.ts';
import { command } from '#shared/commands/command.ts';
import { goOn } from '#shared/commands/service/after-round.ts';
import { mark } from '#shared/commands/service/into-queue.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { cancelTasks } from '#shared/commands/service/plan-tasks.ts';
import { deskTicket, ownTicket, refuseUnapproved } from '#shared/commands/service/reach.ts';
import { requestSteps } from '#shared/commands/service/request-steps.ts';
import { resolve } from '#shared/commands/service/resolve.ts';
import { settleTicket } from '#shared/commands/service/settle-ticket.ts';
import { vacationOff } from '#shared/commands/service/vacation-effect.ts';
import { Refusal } from '#shared/domain/error.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';

const about = (args: { id: string }) => ({ entity: 'ticket', id: args.id });
const rating = z.number().int().min(1).max(5).nullable();
const words = z.string().max(2_000).nullable();

/** Days within which the requester may say that it was not settled after all. */
const reopenDays = 30;

/** The desk has done it, with or without a word. */
export const resolveTicket = command({
  name: 'ticket.resolve',
  version: 1,
  args: z.object({ id: z.string(), solution: z.string().max(4_000).nullable() }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id);
    refuseUnapproved(row);
    yield* resolve(tx, context, row.id, args.solution);
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** The requester agrees that it is settled, and says how it was. */
export const confirmTicket = command({
  name: 'ticket.confirm',
  version: 1,
  args: z.object({ id: z.string(), rating, comment: words }),
  about,
  *decide(tx, args, context) {
    const row = yield* ownTicket(tx, context, args.id);
    if (row.state !== 'resolved' && row.state !== 'closed') throw new Refusal('WRONG_STAGE', { state: row.state });
    const rated = args.rating === null ? {} : { rating: args.rating, ratingComment: args.comment };
    if (row.state === 'resolved') {
      const at = nowOf(context);
      tx.patch('ticket', row, { ...rated, state: 'closed', closedAt: at, since: at });
      happen(tx, context, row.id, 'confirmed', {});
    } else tx.patch('ticket', row, rated);
    if (args.rating !== null) happen(tx, context, row.id, 'rated', { rating: args.rating, comment: args.comment });
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** It is not settled: the ticket goes back to whoever had it, and its clock goes on. */
export const reopenTicket = command({
  name: 'ticket.reopen',
  version: 1,
  args: z.object({ id: z.string(), reason: z.string().trim().min(1).max(2_000) }),
  about,
  *decide(tx, args, context) {
    const row = yield* ownTicket(tx, context, args.id);
    if (row.state !== 'resolved' && row.state !== 'closed') throw new Refusal('WRONG_STAGE', { state: row.state });
    const at = nowOf(context);
    if (row.resolvedAt !== null && at - row.resolvedAt > reopenDays * 86_400_000) throw new Refusal('TOO_LATE', {});
    const state = row.assigneeId ? ('working' as const) : ('open' as const);
    const again = {
      state,
      reopened: row.reopened + 1,
      unread: true,
      since: at,
      resolvedAt: null,
      closedAt: null,
      rating: null,
    };
    tx.patch('ticket', row, again);
    happen(tx, context, row.id, 'reopened', { text: args.reason });
    yield* mark(tx, row.id, 'perform');
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** The requester does not need it any more. An approved vacation that has not ended gives its days and its substitution back. */
export const cancelTicket = command({
  name: 'ticket.cancel',
  version: 1,
  args: z.object({ id: z.string(), reason: words }),
  about,
  *decide(tx, args, context) {
    const row = yield* ownTicket(tx, context, args.id);
    const leave = yield* tx.byKey('vacation', 'ticket', row.id);
    const isHeld = leave?.state === 'approved' && (row.state === 'resolved' || row.state === 'closed');
    if (!isOpen(row.state) && !isHeld) throw new Refusal('TICKET_ENDED', { state: row.state });
    const at = nowOf(context);
    // Days that have been taken are not given back.
    if (leave?.state === 'approved' && leave.to < (yield* todayIn(tx, leave.branchId, at)))
      throw new Refusal('TICKET_ENDED', { state: row.state });
    tx.patch('ticket', row, { state: 'cancelled', question: null, since: at, closedAt: at, solution: args.reason });
    happen(tx, context, row.id, 'cancelled', { text: args.reason });
    for (const round of yield* tx.list('approval', 'document', row.id, 500))
      if (round.state === 'running') yield* endRound(tx, context, round, 'cancelled');
    yield* vacationOff(tx, context, row.id, 'cancelled');
    yield* cancelTasks(tx, row.id);
    yield* mark(tx, row.id, 'void');
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** Sends a ticket that an approver gave back into a new round. */
export const resubmitTicket = command({
  name: 'ticket.resubmit',
  version: 1,
  args: z.object({ id: z.string(), note: words }),
  about,
  *decide(tx, args, context) {
    const row = yield* ownTicket(tx, context, args.id);
    if (row.state !== 'waiting' || !row.question?.resubmit) throw new Refusal('NOT_ASKED', {});
    const version = yield* tx.byKey('service_version', 'version', `${row.serviceId}/${row.serviceVersion}`);
    const paper = yield* tx.existing('document', row.id);
    const routeId = version?.definition.routeId ?? null;
    const route = routeId ? yield* tx.existing('approval_route', routeId) : null;
    const steps = yield* requestSteps(tx, route, paper, row.requesterId);
    if (!route || steps.length === 0) {
      happen(tx, context, row.id, 'answered', {});
      yield* goOn(tx, context, row.id);
    } else {
      const round = (yield* tx.list('approval', 'document', row.id, 500)).length + 1;
      const from = { id: route.id, name: route.name, version: route.version };
      const asker = { ...context, userId: row.requesterId };
      yield* beginRound(tx, asker, paper, { purpose: 'approval', route: from, steps, note: args.note, round });
    }
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});
