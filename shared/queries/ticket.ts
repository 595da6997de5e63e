import { z } from 'zod';
import type { ValueText } from '#shared/domain/form/value-texts.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { priorities } from '#shared/domain/service/definition.ts';
import { ticketStates } from '#shared/domain/service/ticket.ts';
import { query } from '#shared/queries/query.ts';

/** A clock as a row shows it. `asleep`: it runs, but nobody works now; it goes on at `resumesAt`. */
export interface ClockView {
  state: 'none' | 'running' | 'asleep' | 'paused' | 'stopped';
  dueAt: number | null;
  /** Working minutes until due; negative: late by so many. */
  minutesLeft: number | null;
  /** Share of the target that is left, 0…1. */
  left: number | null;
  target: number | null;
  spent: number | null;
  /** Working minutes that the requester lived through: what a lateness due to the link is counted in. */
  lived?: number | null;
  late: 'own' | 'link' | null;
  resumesAt: number | null;
}

/** One part of the way of a ticket: submitted, each step of the approval, each stage of the work. */
export interface Segment {
  key: string;
  type: 'submitted' | 'approval' | 'stage' | 'done';
  /** Name of the step or stage; null for submitted and done, which the windows word. */
  name: string | null;
  state: 'done' | 'current' | 'future';
}

/** Who has it now. Exactly one of: a person, a desk, the requester. */
export interface Holder {
  type: 'person' | 'desk' | 'requester' | 'nobody';
  employeeId: string | null;
  fullName: string | null;
  insteadOfName: string | null;
  queueName: string | null;
  /** More people are asked at the same time. */
  others: number;
  since: number | null;
  dueAt: number | null;
}

export interface MyTicket {
  id: string;
  number: string | null;
  title: string;
  serviceName: string;
  /** Whom it was made for, when that is a colleague. */
  requesterName?: string | null;
  icon: RowOf<'service'>['icon'];
  state: RowOf<'ticket'>['state'];
  segments: Segment[];
  holder: Holder;
  /** The nearest due time that concerns the requester: of the step of the approval, or of the resolution. */
  dueAt: number | null;
  minutesLeft: number | null;
  left: number | null;
  /** What waits for the requester: a question, rework, the confirmation. */
  waitsFor: 'question' | 'rework' | 'confirm' | null;
  question: RowOf<'ticket'>['question'];
  askedByName: string | null;
  solution: string | null;
  rating: number | null;
  occurredAt: number;
  closedAt: number | null;
  /** Made here and not yet in the centre. */
  pending: boolean;
}

/** The person's own requests and those they made for a colleague: on their way, what waits for an answer first, or those that are over. */
export const ticketMine = query<{ tickets: MyTicket[]; open: number; waiting: number; total: number }>()({
  name: 'ticket.mine',
  args: z.object({ ended: z.boolean(), text: z.string().max(200).nullable(), limit: z.number().int().max(500) }),
  entities: [
    'ticket',
    'ticket_event',
    'service',
    'service_version',
    'approval',
    'approval_task',
    'decision',
    'employee',
    'queue',
    'substitution',
  ],
});

/** late: past due; soon: less than a fifth of the target is left. */
export const urgencies = ['late', 'soon', 'work', 'waiting', 'approval', 'resolved', 'ended'] as const;
export type Urgency = (typeof urgencies)[number];

export interface QueueRow {
  id: string;
  number: string | null;
  title: string;
  serviceId: string;
  serviceName: string;
  icon: RowOf<'service'>['icon'];
  requesterId: string;
  requesterName: string;
  branchId: string;
  branchCity: string;
  state: RowOf<'ticket'>['state'];
  stage: number;
  stageName: string | null;
  priority: RowOf<'ticket'>['priority'];
  response: ClockView;
  resolution: ClockView;
  urgency: Urgency;
  queueId: string | null;
  queueName: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  insteadOfName: string | null;
  unread: boolean;
  since: number;
  occurredAt: number;
  closedAt: number | null;
  tasksOpen: number;
  rating: number | null;
}

export const ticketFilter = z.object({
  /** Only these: the cases behind a figure of a report. */
  ids: z.array(z.string()).max(500).nullable().optional(),
  queueIds: z.array(z.string()).nullable(),
  serviceIds: z.array(z.string()).nullable(),
  branchIds: z.array(z.string()).nullable(),
  states: z.array(z.enum(ticketStates)).nullable(),
  priorities: z.array(z.enum(priorities)).nullable(),
  /** Employees; `none` inside: nobody has it. null: whoever. */
  assigneeIds: z.array(z.string()).nullable(),
  requesterId: z.string().nullable(),
  urgencies: z.array(z.enum(urgencies)).nullable(),
  /** Made in the period, or ended in it; `yyyy-mm-dd`, both included, in the viewer's own branch. */
  period: z.object({ of: z.enum(['made', 'ended']), from: z.string(), to: z.string() }).nullable(),
  late: z.enum(['own', 'link', 'any']).nullable(),
  reopened: z.boolean().nullable(),
  ratings: z.array(z.number().int()).nullable(),
  /** Words of the title, number, requester. */
  text: z.string().max(200).nullable(),
});
export type TicketFilter = z.infer<typeof ticketFilter>;

export const anyTicket: TicketFilter = {
  queueIds: null,
  serviceIds: null,
  branchIds: null,
  states: null,
  priorities: null,
  assigneeIds: null,
  requesterId: null,
  urgencies: null,
  period: null,
  late: null,
  reopened: null,
  ratings: null,
  text: null,
};

export const ticketSorts = [
  'breaks',
  'number',
  'title',
  'requester',
  'occurredAt',
  'assignee',
  'service',
  'closedAt',
] as const;

const listed = [
  'ticket',
  'ticket_task',
  'service',
  'service_version',
  'queue',
  'employee',
  'branch',
  'substitution',
  'working_calendar',
  'sla_policy',
] as const;

/** A window of tickets. Sorted by `breaks`: late first, then what breaks next; `starts` are the first rows of each urgency then. */
export const ticketList = query<{
  rows: QueueRow[];
  total: number;
  /** How many of each urgency there are, for the headings of the groups. */
  counts: Record<Urgency, number>;
}>()({
  name: 'ticket.list',
  args: z.object({
    filter: ticketFilter,
    sort: z.enum(ticketSorts),
    descending: z.boolean(),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(500),
  }),
  entities: listed,
});

/** The same as columns by stage: what waits in the queue, each stage of work, waiting, resolved. At most 50 cards a column. */
export const ticketBoard = query<{
  columns: {
    key: string;
    state: 'open' | 'working' | 'waiting' | 'resolved';
    stage: number | null;
    name: string | null;
    total: number;
    rows: QueueRow[];
  }[];
}>()({ name: 'ticket.board', args: z.object({ filter: ticketFilter }), entities: listed });

export interface QueueCount {
  id: string;
  name: string;
  /** Open ones, those nobody has, those past due, those near it. */
  open: number;
  unassigned: number;
  late: number;
  soon: number;
  /** Mine of it, and how many I may have at once. */
  mine: number;
  limit: number | null;
  /** Of those ended within seven days: how many met both clocks; null when none ended. */
  onTime: { met: number; of: number } | null;
  /** Lent by a substitution until this day. */
  lentUntil: string | null;
  insteadOfName: string | null;
}

/** The desks of the person, and what waits for them in the portal, for the rail and the tabs. */
export const queueCounts = query<{
  queues: QueueCount[];
  /** Own requests on their way, and of them those that wait for the person. */
  mine: number;
  waitsForMe: number;
  /** What waits at the person's desks: theirs and nobody's. */
  desk: number;
}>()({ name: 'queue.counts', args: z.object({}), entities: ['ticket', 'queue', 'employee', 'substitution'] });

/** One line of what was said and what happened, in order. */
export type TalkLine = {
  id: string;
  authorId: string;
  authorName: string | null;
  occurredAt: number;
  receivedAt: number | null;
  deviceName: string | null;
  pending: boolean;
} & (
  | { type: 'message'; text: string; fromDesk: boolean }
  | { type: 'note'; text: string }
  | { type: 'event'; kind: RowOf<'ticket_event'>['kind']; data: Record<string, unknown>; names: Record<string, string> }
);

export const ticketCard = query<{
  ticket: RowOf<'ticket'>;
  service: Pick<RowOf<'service'>, 'id' | 'name' | 'icon' | 'category'>;
  definition: RowOf<'service_version'>['definition'];
  /** What was filled in, in the order of the form. */
  values: ValueText[];
  /** Names of the employees and counterparties that the values point at. */
  names: Record<string, string>;
  requester: {
    id: string;
    fullName: string;
    position: string;
    branchCity: string;
    departmentName: string | null;
    zone: string;
  };
  queueName: string | null;
  segments: Segment[];
  holder: Holder;
  response: ClockView;
  resolution: ClockView;
  /** When the two times of it differ: when it happened, when the centre learned, and what the lateness is due to. */
  twoTimes: {
    occurredAt: number;
    receivedAt: number;
    respondedAt: number | null;
    linkMinutes: number;
    spent: number | null;
  } | null;
  talk: TalkLine[];
  tasks: (RowOf<'ticket_task'> & {
    queueName: string | null;
    employeeName: string | null;
    doneByName: string | null;
    mine: boolean;
  })[];
  links: {
    id: string;
    kind: string;
    otherEntity: 'ticket' | 'document';
    otherId: string;
    number: string | null;
    title: string;
    state: string;
  }[];
  /** Other tickets of the same requester, newest first. */
  others: { id: string; number: string | null; title: string; state: RowOf<'ticket'>['state']; occurredAt: number }[];
  vacation: (RowOf<'vacation'> & { substituteName: string | null; inForce: boolean }) | null;
  /** People who may take it: members of the desk with what they have open. */
  desk: {
    id: string;
    fullName: string;
    open: number;
    limit: number | null;
    away: boolean;
    substituteName: string | null;
  }[];
  watchers: { id: string; fullName: string }[];
  /** What the person may do with it here. */
  may: {
    desk: boolean;
    own: boolean;
    take: boolean;
    edit: boolean;
    approve: boolean;
    reopen: boolean;
    cancel: boolean;
  };
} | null>()({
  name: 'ticket.card',
  args: z.object({ id: z.string() }),
  entities: [
    'ticket',
    'ticket_event',
    'ticket_note',
    'ticket_task',
    'ticket_link',
    'comment',
    'document',
    'service',
    'service_version',
    'approval',
    'approval_task',
    'decision',
    'queue',
    'employee',
    'substitution',
    'vacation',
  ],
});
