import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { createTicket } from '#shared/commands/service/create-ticket.ts';
import { mark } from '#shared/commands/service/into-queue.ts';
import { happen, nowOf } from '#shared/commands/service/log.ts';
import { cancelTasks } from '#shared/commands/service/plan-tasks.ts';
import { deskTicket, seenTicket } from '#shared/commands/service/reach.ts';
import { settleTicket } from '#shared/commands/service/settle-ticket.ts';
import { Refusal } from '#shared/domain/error.ts';
import { ticketLink } from '#shared/domain/service/ticket-link.ts';

const about = (args: { id: string }) => ({ entity: 'ticket', id: args.id });

/** Two requests about the same thing become one: the requester of this one watches the other, which goes on alone. */
export const mergeTicket = command({
  name: 'ticket.merge',
  version: 1,
  args: z.object({ id: z.string(), intoId: z.string() }),
  about,
  *decide(tx, args, context) {
    if (args.id === args.intoId) throw new Refusal('BAD_INPUT', { field: 'intoId' });
    const row = yield* deskTicket(tx, context, args.id);
    const into = yield* deskTicket(tx, context, args.intoId);
    if (row.state === 'approval' || (yield* tx.byKey('vacation', 'ticket', row.id)))
      throw new Refusal('IN_APPROVAL', {});
    const at = nowOf(context);
    tx.patch('ticket', row, { state: 'merged', mergedIntoId: into.id, question: null, since: at, closedAt: at });
    tx.patch('ticket', into, { watchers: [...new Set([...into.watchers, row.requesterId, ...row.watchers])] });
    happen(tx, context, row.id, 'merged', { intoId: into.id, number: into.number });
    happen(tx, context, into.id, 'absorbed', { fromId: row.id, number: row.number, title: row.title });
    yield* cancelTasks(tx, row.id);
    yield* mark(tx, row.id, 'void');
    yield* settleTicket(tx, context, row.id);
    return {};
  },
});

/** What turned out to be a matter of its own becomes a ticket of its own, of this or another service. */
export const splitTicket = command({
  name: 'ticket.split',
  version: 1,
  args: z.object({
    id: z.string(),
    title: z.string().trim().min(1).max(300),
    serviceId: z.string(),
    serviceVersion: z.number().int().positive(),
    values: z.record(z.string(), z.unknown()),
  }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id, true);
    const service = yield* tx.existing('service', args.serviceId);
    if (service.archivedAt !== null || service.publishedVersion === 0)
      throw new Refusal('SERVICE_CLOSED', { service: service.name });
    const version = yield* tx.byKey('service_version', 'version', `${service.id}/${args.serviceVersion}`);
    if (!version) throw new Refusal('NOT_FOUND', { entity: 'service', id: service.id });
    const requester = yield* tx.existing('employee', row.requesterId);
    const { values, title } = args;
    const wish = {
      service,
      version,
      requester,
      values,
      title,
      priority: row.priority,
      splitFromId: row.id,
      recurringId: null,
    };
    const id = yield* createTicket(tx, context, wish);
    const made = { authorId: context.userId, createdAt: context.occurredAt, archivedAt: null };
    tx.put('ticket_link', {
      ...made,
      id: tx.id(),
      ticketId: row.id,
      otherEntity: 'ticket',
      otherId: id,
      kind: 'split',
    });
    happen(tx, context, row.id, 'split', { toId: id, title });
    return { id };
  },
});

const { otherEntity, kind } = ticketLink.fields;

/** Notes that a ticket has to do with another one or with a document; the same link taken back with `linked: false`. */
export const linkTicket = command({
  name: 'ticket.link',
  version: 1,
  args: z.object({
    id: z.string(),
    otherEntity: otherEntity.schema,
    otherId: z.string(),
    kind: kind.schema,
    linked: z.boolean(),
  }),
  about,
  *decide(tx, args, context) {
    const row = yield* deskTicket(tx, context, args.id, true);
    if (args.otherId === row.id) throw new Refusal('BAD_INPUT', { field: 'otherId' });
    yield* tx.existing(args.otherEntity, args.otherId);
    const standing = (yield* tx.list('ticket_link', 'ticket', row.id, 500)).find(
      (one) => one.otherId === args.otherId && one.kind === args.kind && one.archivedAt === null,
    );
    if ((standing !== undefined) === args.linked) return {};
    if (standing) tx.patch('ticket_link', standing, { archivedAt: context.occurredAt });
    else {
      const made = { authorId: context.userId, createdAt: context.occurredAt, archivedAt: null };
      const { otherId } = args;
      tx.put('ticket_link', {
        ...made,
        id: tx.id(),
        ticketId: row.id,
        otherEntity: args.otherEntity,
        otherId,
        kind: args.kind,
      });
    }
    happen(tx, context, row.id, 'linked', {
      otherEntity: args.otherEntity,
      otherId: args.otherId,
      linked: args.linked,
    });
    return {};
  },
});

/** Follows a ticket, or stops following it. A colleague may be made to follow by the desk. */
export const watchTicket = command({
  name: 'ticket.watch',
  version: 1,
  args: z.object({ id: z.string(), employeeId: z.string(), watching: z.boolean() }),
  about,
  *decide(tx, args, context) {
    const row =
      args.employeeId === context.userId
        ? yield* seenTicket(tx, context, args.id)
        : yield* deskTicket(tx, context, args.id, true);
    yield* tx.existing('employee', args.employeeId);
    const others = row.watchers.filter((one) => one !== args.employeeId);
    tx.patch('ticket', row, { watchers: args.watching ? [...others, args.employeeId] : others });
    return {};
  },
});
