import { z } from 'zod';
import { entity } from '#shared/domain/entity.ts';
import { id, instant, json, oneOf, optionalInstant, optionalText, text } from '#shared/domain/field.ts';

/**
 * What can happen to a ticket. The requester's side: created, answered, confirmed, reopened, cancelled, rated. The desk's side: taken,
 * assigned, transferred, replied, asked, stage_moved, resolved, declined. The others happen around it.
 */
export const ticketEventKinds = [
  'created',
  'approval_started',
  'approved',
  'returned',
  'rejected',
  'queued',
  'taken',
  'assigned',
  'unassigned',
  'transferred',
  'replied',
  'asked',
  'answered',
  'stage_moved',
  'resolved',
  'confirmed',
  'reopened',
  'cancelled',
  'declined',
  'merged',
  'absorbed',
  'split',
  'linked',
  'edited',
  'prioritized',
  'escalated',
  'clock_changed',
  'time_logged',
  'task_done',
  'task_reopened',
  'substituted',
  'rated',
] as const;
export type TicketEventKind = (typeof ticketEventKinds)[number];

/** One entry of the log of a ticket: everything else about its course follows from these. Never changed, never removed. */
export const ticketEvent = entity({
  name: 'ticket_event',
  fields: {
    ticketId: id(),
    kind: oneOf(ticketEventKinds),
    /** An employee, or `centre` for its own jobs. */
    actorId: text(40),
    deviceName: optionalText(100),
    /** By the clock of whoever did it. */
    occurredAt: instant(),
    /** When the centre learned of it; null until then. */
    receivedAt: optionalInstant(),
    /** What belongs to the kind: the assignee, the stage, the minutes… */
    data: json(z.record(z.string(), z.unknown())),
  },
  keys: { ticket: (row) => row.ticketId },
  // The last one holds all that reports ask about delays: a log of a year is not read for them.
  indexes: [['ticketId'], ['kind', 'occurredAt'], ['occurredAt', 'receivedAt', 'actorId']],
  parent: (row) => ({ entity: 'ticket', id: row.ticketId }),
});
