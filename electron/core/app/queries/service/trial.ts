import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { runReading } from '#electron/core/app/queries/service/run-reading.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { answer } from '#electron/core/store/rows/read.ts';
import type { Context } from '#shared/commands/command.ts';
import type { ReadAnswer, Reading, ReadRequest } from '#shared/commands/reading.ts';
import { ticketFollows } from '#shared/commands/service/after-round.ts';
import { isOffered } from '#shared/commands/service/audience.ts';
import { createTicket } from '#shared/commands/service/create-ticket.ts';
import { Transaction } from '#shared/commands/transaction.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Priority, ServiceDefinition } from '#shared/domain/service/definition.ts';
import { commandId } from '#shared/lib/ids.ts';

export interface Trial {
  ticket: RowOf<'ticket'>;
  tasks: RowOf<'ticket_task'>[];
}

interface Wish {
  definition: ServiceDefinition;
  values: Record<string, unknown>;
  requester: RowOf<'employee'>;
  priority: Priority | null;
}

/**
 * A request made as if at the centre by a definition that is not published, agreed to at once by whoever is asked, so that it shows who
 * would have it and by when. Throws what the commands refuse.
 */
export function trial(db: Readable, deps: QueryDeps, service: RowOf<'service'>, wish: Wish): Trial {
  const now = deps.now();
  const id = commandId(now, new Uint8Array(10));
  const tx = new Transaction(id, 'centre');
  const context: Context = {
    commandId: id,
    userId: wish.requester.id,
    actor: wish.requester,
    deviceName: null,
    occurredAt: now,
    receivedAt: now,
    where: 'centre',
    client: null,
    sees: () => true,
  };
  return runReading(db, steps(tx, context, service, wish), (request) => answerWithTurns(db, request));
}

function* steps(tx: Transaction, context: Context, service: RowOf<'service'>, wish: Wish): Reading<Trial> {
  const { definition, values, requester, priority } = wish;
  if (!isOffered(definition, requester)) throw new Refusal('NOT_FOR_YOU', { service: service.name });
  const version: RowOf<'service_version'> = {
    id: tx.id(),
    serviceId: service.id,
    version: service.publishedVersion + 1,
    definition,
    authorId: context.userId,
    publishedAt: context.occurredAt,
    note: '',
  };
  tx.put('service_version', version);
  const asked = { service, version, requester, values, priority, title: null, splitFromId: null, recurringId: null };
  const id = yield* createTicket(tx, context, asked);
  yield* ticketFollows(tx, context, id, 'approved');
  const tasks = yield* tx.list('ticket_task', 'ticket', id, 500);
  tasks.sort((left, right) => left.position - right.position);
  return { ticket: yield* tx.existing('ticket', id), tasks };
}

/** Whose turn it is only the centre counts; here it follows from when everybody last got a ticket. */
function answerWithTurns(db: Readable, request: ReadRequest): ReadAnswer {
  const person =
    request.op === 'key' && request.entity === 'counter' ? /^turn\/(.+)$/.exec(request.key)?.[1] : undefined;
  if (person === undefined) return answer(db, request);
  const sql = 'SELECT max(assignedAt) FROM ticket WHERE assigneeId = ?';
  const last = prepared(db, sql).pluck().get(person) as number | null;
  return last === null ? [] : [{ id: person, name: `turn/${person}`, last }];
}
