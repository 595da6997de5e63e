import type { TicketEventKind } from '#shared/domain/service/ticket-event.ts';
import { dayLength } from '#shared/lib/dates/local-time.ts';

/** What the clocks need to know of an entry of the log of a ticket; instants in UTC milliseconds. */
export interface ClockEvent {
  readonly id: string;
  readonly kind: TicketEventKind;
  readonly occurredAt: number;
  readonly receivedAt: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** fair: what the desk is judged by; lived: what the requester lived through. */
export type Timeline = 'fair' | 'lived';

/**
 * An event at its instant on one of the timelines; `until`: when the centre learned of it, after which it cannot take effect any more;
 * never, while only the workstation knows it.
 */
export interface Moment {
  readonly at: number;
  readonly until: number;
  readonly event: ClockEvent;
}

/** A workstation's clock is believed this far back, as rights are. */
const believed = 7 * dayLength;

const deskKinds: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'taken',
  'assigned',
  'unassigned',
  'transferred',
  'replied',
  'asked',
  'stage_moved',
  'resolved',
  'declined',
]);

/** What moves no clock; it stays in the log and is not sorted. */
const silentKinds: ReadonlySet<TicketEventKind> = new Set<TicketEventKind>([
  'absorbed',
  'split',
  'linked',
  'edited',
  'prioritized',
  'escalated',
  'time_logged',
  'task_done',
  'task_reopened',
  'substituted',
  'rated',
]);

/** True for what the desk does; everything else is done by the requester, the approvers or the centre. */
export function isDeskEvent(kind: TicketEventKind): boolean {
  return deskKinds.has(kind);
}

/** True for what the clocks look at. */
export function movesClocks(kind: TicketEventKind): boolean {
  return !silentKinds.has(kind);
}

/** When it happened, as far as the clock of whoever did it is believed: at most seven days before the centre learned of it, never after. */
export function happenedAt({ occurredAt, receivedAt }: ClockEvent): number {
  return receivedAt === null ? occurredAt : Math.min(Math.max(occurredAt, receivedAt - believed), receivedAt);
}

/** When the centre learned of it; until then, when it occurred. */
export function learnedAt({ occurredAt, receivedAt }: ClockEvent): number {
  return receivedAt ?? occurredAt;
}

/**
 * The events that move a clock, in the order of a timeline, ties by id. fair: the desk's own deeds when they happened, the others when
 * the desk could know of them; lived: the other way round. So a missing link is never the desk's delay and never hidden from the requester.
 */
export function momentsOf(events: readonly ClockEvent[], timeline: Timeline): Moment[] {
  const moments: Moment[] = [];
  let inOrder = true;
  let last: Moment | undefined;
  for (const event of events) {
    if (silentKinds.has(event.kind)) continue;
    const own = isDeskEvent(event.kind) === (timeline === 'fair');
    const until = event.receivedAt ?? Number.POSITIVE_INFINITY;
    const moment: Moment = { at: own ? happenedAt(event) : learnedAt(event), until, event };
    inOrder &&= last === undefined || byInstant(last, moment) < 0;
    moments.push(moment);
    last = moment;
  }
  // A log mostly is in order already, and there are a hundred thousand of them.
  return inOrder ? moments : moments.sort(byInstant);
}

function byInstant(left: Moment, right: Moment): number {
  if (left.at !== right.at) return left.at - right.at;
  return left.event.id < right.event.id ? -1 : Number(left.event.id > right.event.id);
}
