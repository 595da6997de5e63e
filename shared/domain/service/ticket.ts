import { z } from 'zod';
import { entity, queueScope, type RowOfFields, userScope } from '#shared/domain/entity.ts';
import {
  flag,
  id,
  instant,
  integer,
  json,
  oneOf,
  optionalId,
  optionalInstant,
  optionalInteger,
  optionalOneOf,
  optionalText,
  text,
} from '#shared/domain/field.ts';
import { priorities } from '#shared/domain/service/definition.ts';

/** resolved: done, the requester has yet to say so; declined: by the desk; rejected: by an approver. */
export const ticketStates = [
  'approval',
  'open',
  'working',
  'waiting',
  'resolved',
  'closed',
  'cancelled',
  'declined',
  'rejected',
  'merged',
] as const;
export type TicketState = (typeof ticketStates)[number];

export const openStates = ['approval', 'open', 'working', 'waiting'] as const satisfies readonly TicketState[];
export const isOpen = (state: TicketState): boolean => (openStates as readonly string[]).includes(state);

const process = { part: 'process' } as const;
const latest = { part: 'process', merge: 'latest' } as const;

const intervals = z.array(z.tuple([z.number(), z.number()]));
/** In which working time the clocks run from an instant on. Calendars are pinned by the ids of their versions. */
const timeSpan = z.object({
  from: z.number().nullable(),
  offsets: z.array(z.object({ from: z.number().nullable(), minutes: z.number() })),
  schedule: z.object({ days: z.array(z.number()), intervals }),
  calendars: z.array(z.string()),
});
export type PinnedTime = z.infer<typeof timeSpan>;

/** What was promised when the ticket was made. A changed policy or calendar adds to it with an event of the log, and never rewrites it. */
const sla = z.object({
  policyId: z.string().nullable(),
  policyVersion: z.number().int(),
  response: z.number().int().nullable(),
  resolution: z.number().int().nullable(),
  times: z.array(timeSpan),
  steps: z.array(
    z.object({ of: z.enum(['response', 'resolution']), at: z.number(), tell: z.string(), raisePriority: z.boolean() }),
  ),
});
export type TicketSla = z.infer<typeof sla>;

/** What the desk asks the requester: the clock stands until they answer. */
const question = z.object({
  text: z.string(),
  options: z.array(z.string()),
  askedById: z.string(),
  at: z.number(),
  /** An approver gave it back: it goes on when it is sent in again. */
  resubmit: z.boolean(),
});

const late = ['own', 'link'] as const;

/**
 * A request of an employee to a desk. It shares its id with a document of kind `application`, which holds its files, its discussion and
 * its approval, and which is seen by whoever sees the ticket. Clocks and minutes are worked out from its log and kept for the lists.
 */
export const ticket = entity({
  name: 'ticket',
  fields: {
    /** Given by the centre; null until then. */
    number: optionalText(40, { ...process, sorted: true }),
    serviceId: id(process),
    serviceVersion: integer(process),
    title: text(300, { sorted: true }),
    /** What the requester filled in, by the keys of the form. */
    values: json(z.record(z.string(), z.unknown())),
    requesterId: id(process),
    /** Who typed it, when somebody asks for a colleague. */
    authorId: id(process),
    branchId: id(process),
    queueId: optionalId(process),
    assigneeId: optionalId(latest),
    /** Whose place the assignee takes. */
    insteadOfId: optionalId(latest),
    state: oneOf(ticketStates, process),
    priority: oneOf(priorities, latest),
    /** Index of the stage of work. */
    stage: integer(latest),
    watchers: json(z.array(z.string()), { part: 'process', merge: 'merge' }),
    /** Employees let in for an approval, a mention, a task, a substitution. */
    participants: json(z.array(z.string()), { part: 'process', merge: 'merge' }),
    /** Other desks that have a task of it. */
    deskIds: json(z.array(z.string()), { part: 'process', merge: 'merge' }),
    question: json(question.nullable(), latest),
    /** The requester said something after the desk did. */
    unread: flag(latest),
    solution: optionalText(4_000, latest),
    rating: optionalInteger(latest),
    ratingComment: optionalText(2_000, latest),
    reopened: integer(latest),
    mergedIntoId: optionalId(process),
    /** The ticket it was split from. */
    splitFromId: optionalId(process),
    recurringId: optionalId(process),
    loggedMinutes: integer(latest),
    sla: json(sla.nullable(), process),
    responseDueAt: optionalInstant(latest),
    respondedAt: optionalInstant(latest),
    responseSpent: optionalInteger(latest),
    responseLived: optionalInteger(latest),
    responseLate: optionalOneOf(late, latest),
    resolutionDueAt: optionalInstant(latest),
    resolutionSpent: optionalInteger(latest),
    resolutionLived: optionalInteger(latest),
    resolutionLate: optionalOneOf(late, latest),
    /** The earlier of the two due times that still run: the list is sorted by what breaks next. */
    breaksAt: optionalInstant(latest),
    /** When the centre has to look again: an escalation, a silent close. */
    checkAt: optionalInstant(latest),
    /** Steps of the escalation that have been taken. */
    escalated: integer(latest),
    approvalMinutes: integer(latest),
    queueMinutes: integer(latest),
    workMinutes: integer(latest),
    waitingMinutes: integer(latest),
    /** Working minutes by stage of work: {queue, work, waiting}. */
    stageMinutes: json(
      z.record(z.string(), z.object({ queue: z.number(), work: z.number(), waiting: z.number() })),
      latest,
    ),
    /** When the present state began. */
    since: instant(latest),
    assignedAt: optionalInstant(latest),
    occurredAt: instant(process),
    receivedAt: optionalInstant(process),
    deviceName: optionalText(100, process),
    resolvedAt: optionalInstant(latest),
    closedAt: optionalInstant(latest),
  },
  keys: {
    service: (row) => row.serviceId,
    requester: (row) => (isOpen(row.state) || row.state === 'resolved' ? row.requesterId : null),
    /** What somebody has on their desk, for the load and for substitutes. */
    assigned: (row) => (isOpen(row.state) && row.assigneeId ? row.assigneeId : null),
    openQueue: (row) => (isOpen(row.state) ? row.queueId : null),
  },
  indexes: [
    ['queueId', 'state', 'breaksAt'],
    ['assigneeId', 'state'],
    ['requesterId', 'occurredAt'],
    ['authorId', 'occurredAt'],
    ['state', 'breaksAt'],
    ['serviceId', 'occurredAt'],
    ['occurredAt'],
    ['closedAt'],
    ['number_key'],
  ],
  scopes: (row) => [
    userScope(row.requesterId),
    userScope(row.authorId),
    ...(row.assigneeId ? [userScope(row.assigneeId)] : []),
    ...(row.queueId ? [queueScope(row.queueId)] : []),
    ...row.deskIds.map(queueScope),
    ...[...row.watchers, ...row.participants].map(userScope),
  ],
});

export type TicketRow = RowOfFields<(typeof ticket)['fields']>;
