import { z } from 'zod';
import { activeEmployee } from '#shared/commands/approval/people.ts';
import { command } from '#shared/commands/command.ts';
import { absenceOf } from '#shared/commands/service/absence.ts';
import { admit } from '#shared/commands/service/admit.ts';
import { mark } from '#shared/commands/service/into-queue.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { cancelTasks } from '#shared/commands/service/plan-tasks.ts';
import { deskTicket, refuseUnapproved } from '#shared/commands/service/reach.ts';
import { settleTicket } from '#shared/commands/service/settle-ticket.ts';
import { vacationOff } from '#shared/commands/service/vacation-effect.ts';
import { Refusal } from '#shared/domain/error.ts';
import { priorities } from '#shared/domain/service/definition.ts';

const about = (args: { id: string }) => ({ entity: 'ticket', id: args.id });
const reason = z.string().trim().min(1).max(2_000);

/** Takes a ticket of one's desk. Refused when a colleague has it: whom it was first in the centre keeps it. */
export const takeTicket = command({
  name: 'ticket.take',
  version: 1,
  args: z.object({ id: z.string() }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id);
    refuseUnapproved(row);
    if (row.assigneeId === context.userId) return {};
    if (row.assigneeId !== null) throw new Refusal('ALREADY_TAKEN', { by: row.assigneeId });
    const state = row.state === 'waiting' ? row.state : ('working' as const);
    const at = nowOf(context);
    tx.patch('ticket', row, { assigneeId: context.userId, insteadOfId: null, state, assignedAt: at, since: at });
    happen(tx, context, row.id, 'taken', { assigneeId: context.userId });
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** Gives a ticket to a colleague, or back to the queue (null). Whoever is away is not given it: who stands in for them is. */
export const assignTicket = command({
  name: 'ticket.assign',
  version: 1,
  args: z.object({ id: z.string(), employeeId: z.string().nullable() }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id);
    refuseUnapproved(row);
    const at = nowOf(context);
    if (args.employeeId === null) {
      const state = row.state === 'waiting' ? row.state : ('open' as const);
      tx.patch('ticket', row, { assigneeId: null, insteadOfId: null, state, assignedAt: null, since: at });
      happen(tx, context, row.id, 'unassigned', {});
    } else {
      yield* activeEmployee(tx, args.employeeId);
      const { away, substituteIds } = yield* absenceOf(tx, args.employeeId, at);
      const [substitute] = substituteIds;
      if (away && !substitute) throw new Refusal('EMPLOYEE_AWAY', { employeeId: args.employeeId });
      const assigneeId = away && substitute ? substitute : args.employeeId;
      const insteadOfId = assigneeId === args.employeeId ? null : args.employeeId;
      const state = row.state === 'waiting' ? row.state : ('working' as const);
      tx.patch('ticket', row, { assigneeId, insteadOfId, state, assignedAt: at, since: at });
      happen(tx, context, row.id, 'assigned', { assigneeId, insteadOfId });
    }
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** Hands a ticket over to another desk, with its internal notes. */
export const transferTicket = command({
  name: 'ticket.transfer',
  version: 1,
  args: z.object({ id: z.string(), queueId: z.string(), note: z.string().max(2_000).nullable() }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id);
    const queue = yield* tx.existing('queue', args.queueId);
    if (queue.archivedAt !== null || queue.members.length === 0)
      throw new Refusal('QUEUE_EMPTY', { queue: queue.name });
    const state = row.state === 'working' ? ('open' as const) : row.state;
    const given = {
      queueId: queue.id,
      assigneeId: null,
      insteadOfId: null,
      assignedAt: null,
      state,
      since: nowOf(context),
    };
    tx.patch('ticket', row, given);
    // The former desk has worked on it: it may go on reading along.
    yield* admit(tx, row.id, row.assigneeId ? [row.assigneeId, context.userId] : [context.userId]);
    for (const note of yield* tx.list('ticket_note', 'ticket', row.id, 1_000))
      tx.patch('ticket_note', note, { queueId: queue.id });
    happen(tx, context, row.id, 'transferred', { from: row.queueId, queueId: queue.id, note: args.note });
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** Moves the work on to another of its stages. */
export const moveStage = command({
  name: 'ticket.stage',
  version: 1,
  args: z.object({ id: z.string(), stage: z.number().int().min(0).max(9) }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id);
    refuseUnapproved(row);
    const version = yield* tx.byKey('service_version', 'version', `${row.serviceId}/${row.serviceVersion}`);
    const stages = version?.definition.stages.length ?? 1;
    if (args.stage >= stages) throw new Refusal('BAD_INPUT', { field: 'stage' });
    if (args.stage === row.stage) return {};
    tx.patch('ticket', row, { stage: args.stage, since: nowOf(context) });
    happen(tx, context, row.id, 'stage_moved', { stage: args.stage, from: row.stage });
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** Refuses a request, with the reason. */
export const declineTicket = command({
  name: 'ticket.decline',
  version: 1,
  args: z.object({ id: z.string(), reason }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id);
    refuseUnapproved(row);
    const at = nowOf(context);
    tx.patch('ticket', row, { state: 'declined', solution: args.reason, since: at, closedAt: at, question: null });
    happen(tx, context, row.id, 'declined', { text: args.reason });
    yield* vacationOff(tx, context, row.id, 'rejected');
    yield* cancelTasks(tx, row.id);
    yield* mark(tx, row.id, 'refused');
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** Raises or lowers the priority: the targets of the policy for it hold from now on, and the log says so. */
export const prioritizeTicket = command({
  name: 'ticket.prioritize',
  version: 1,
  args: z.object({ id: z.string(), priority: z.enum(priorities) }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id);
    if (row.priority === args.priority) return {};
    const policy = row.sla?.policyId ? yield* tx.get('sla_policy', row.sla.policyId) : null;
    const found = policy && typeof policy !== 'string' ? policy.targets[args.priority] : null;
    tx.patch('ticket', row, { priority: args.priority });
    const targets = found ? { responseMinutes: found.response, resolutionMinutes: found.resolution } : {};
    happen(tx, context, row.id, 'prioritized', { from: row.priority, priority: args.priority });
    if (found) happen(tx, context, row.id, 'clock_changed', { ...targets, cause: 'priority' });
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** Notes down time that was spent on a ticket. */
export const logTime = command({
  name: 'ticket.log-time',
  version: 1,
  args: z.object({
    id: z.string(),
    minutes: z.number().int().min(1).max(10_000),
    note: z.string().max(500).nullable(),
  }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id, true);
    tx.patch('ticket', row, { loggedMinutes: row.loggedMinutes + args.minutes });
    happen(tx, context, row.id, 'time_logged', { minutes: args.minutes, note: args.note });
    return {};
  },
});
