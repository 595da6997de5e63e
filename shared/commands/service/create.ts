import { z } from 'zod';
import { command } from '#shared/commands/command.ts';
import { isOffered } from '#shared/commands/service/audience.ts';
import { createTicket } from '#shared/commands/service/create-ticket.ts';
import { Refusal } from '#shared/domain/error.ts';
import { priorities } from '#shared/domain/service/definition.ts';

/** Roles that may ask for a colleague. */
const forOthers: readonly string[] = ['administrator', 'hr', 'manager', 'clerk'];

/** Asks for a service, for oneself or for a colleague. What was filled in under an earlier version of the service is taken as it is. */
export const createTicketCommand = command({
  name: 'ticket.create',
  version: 1,
  args: z.object({
    serviceId: z.string(),
    serviceVersion: z.number().int().positive(),
    requesterId: z.string(),
    values: z.record(z.string(), z.unknown()),
    priority: z.enum(priorities).nullable(),
    title: z.string().trim().min(1).max(300).nullable(),
  }),
  *decide(tx, args, context) {
    const service = yield* tx.existing('service', args.serviceId);
    if (service.archivedAt !== null || service.publishedVersion === 0)
      throw new Refusal('SERVICE_CLOSED', { service: service.name });
    const version = yield* tx.byKey('service_version', 'version', `${service.id}/${args.serviceVersion}`);
    if (!version) throw new Refusal('NOT_FOUND', { entity: 'service', id: service.id });
    const requester = yield* tx.existing('employee', args.requesterId);
    const { actor } = context;
    const isOwn = actor === null || requester.id === actor.id;
    const { queueId } = version.definition;
    const isDesk = queueId !== null && (actor?.queueIds?.includes(queueId) ?? false);
    if (!isOwn && !isDesk && !actor.roles.some((role) => forOthers.includes(role)))
      throw new Refusal('DENIED', { command: 'ticket.create' });
    if (!isOffered(version.definition, requester)) throw new Refusal('NOT_FOR_YOU', { service: service.name });
    const { values, priority, title } = args;
    const wish = { service, version, requester, values, priority, title, splitFromId: null, recurringId: null };
    return { id: yield* createTicket(tx, context, wish) };
  },
});
