import { type ClockEvent, momentsOf } from '#shared/domain/service/clock-events.ts';
import {
  type ClockTerms,
  type Course,
  type Phase,
  readCourse,
  type StageTime,
} from '#shared/domain/service/clocks-course.ts';
import { type Meter, runReaching } from '#shared/domain/service/clocks-meter.ts';
import { instantAfter, type TimeSpan } from '#shared/domain/service/clocks-time.ts';
import { minuteLength } from '#shared/lib/dates/local-time.ts';

export type { ClockEvent, ClockTerms, Phase, TimeSpan };

/** none: no target, or not begun. stopped: the desk has reacted, or the ticket has ended. */
export type ClockState = 'none' | 'running' | 'paused' | 'stopped';

/** A clock of a ticket: instants in UTC milliseconds, durations in whole minutes of working time. */
export interface Clock {
  readonly state: ClockState;
  readonly target: number | null;
  /** On the fair timeline: what the desk is judged by. */
  readonly spent: number;
  /** On the timeline of the requester. */
  readonly lived: number;
  readonly startedAt: number | null;
  /** When the desk reacted, or the ticket ended; null for the response to a ticket that ended without any. */
  readonly stoppedAt: number | null;
  /** While it runs: the instant at which `spent` reaches the target, or did. */
  readonly dueAt: number | null;
  /** own: the desk took longer than its target; link: only the requester waited longer, because a branch had no link. */
  readonly late: null | 'own' | 'link';
}

/** Everything the clocks say of a ticket; minutes are whole minutes of working time on the fair timeline. */
export interface TicketClocks {
  readonly phase: Phase;
  readonly stage: number;
  /** When the phase began. */
  readonly since: number;
  readonly response: Clock;
  readonly resolution: Clock;
  readonly minutes: Readonly<Record<'approval' | 'queue' | 'work' | 'waiting', number>>;
  /** By the stage's number as text. */
  readonly stages: Readonly<Record<string, Readonly<Record<'queue' | 'work' | 'waiting', number>>>>;
}

/**
 * Where a ticket stands at `now` (UTC milliseconds), from nothing but its log, in any order. `times`: the working time of whoever is
 * judged, sorted; a stretch over a border of it is counted on either side by what was in force there, so a changed calendar or schedule
 * never rewrites the past. A log without `created` gives a ticket that stands in the queue with nothing begun. `standing`: where the
 * ticket is known to be now, whatever the order of a log that came in pieces says.
 */
export function foldClocks(
  events: readonly ClockEvent[],
  terms: ClockTerms,
  times: readonly TimeSpan[],
  now: number,
  standing: Phase | null = null,
): TicketClocks {
  const fair = readCourse(momentsOf(events, 'fair'), terms, times, now, standing);
  const lived = readCourse(momentsOf(events, 'lived'), terms, times, now, standing);
  const { approval, queue, work, waiting } = fair.spent;
  const endedAt = fair.phase === 'ended' && fair.resolution.startedAt !== null ? fair.since : null;
  return {
    phase: fair.phase ?? 'queue',
    stage: fair.stage,
    since: fair.since,
    response: clockOf(fair, 'response', lived, fair.response.reactedAt, times),
    resolution: clockOf(fair, 'resolution', lived, endedAt, times),
    minutes: { approval: whole(approval), queue: whole(queue), work: whole(work), waiting: whole(waiting) },
    stages: stagesOf(fair),
  };
}

function clockOf(
  fair: Course,
  which: 'response' | 'resolution',
  lived: Course,
  stoppedAt: number | null,
  times: readonly TimeSpan[],
): Clock {
  const meter = fair[which];
  const { target } = meter;
  const state = stateOf(meter, fair);
  const spent = whole(meter.spent);
  const livedSpent = whole(lived[which].spent);
  return {
    state,
    target,
    spent,
    lived: livedSpent,
    startedAt: meter.startedAt,
    stoppedAt,
    dueAt: state === 'running' && target !== null ? dueAt(meter, target, times) : null,
    late: lateness(target, spent, livedSpent),
  };
}

function stateOf(meter: Meter, course: Course): ClockState {
  if (meter.target === null || meter.startedAt === null) return 'none';
  if (meter.reactedAt !== null || course.phase === 'ended') return 'stopped';
  return meter.counting ? 'running' : 'paused';
}

function lateness(target: number | null, spent: number, lived: number): Clock['late'] {
  if (target === null) return null;
  if (spent > target) return 'own';
  return lived > target ? 'link' : null;
}

function dueAt(meter: Meter, target: number, times: readonly TimeSpan[]): number {
  const worked = target * minuteLength;
  const { from, before } = runReaching(meter, worked);
  return instantAfter(times, from, worked - before);
}

/** The counted milliseconds become minutes in place: nobody else has them. */
function stagesOf({ stages }: Course): TicketClocks['stages'] {
  for (const stage in stages) {
    const time = stages[stage] as StageTime;
    time.queue = whole(time.queue);
    time.work = whole(time.work);
    time.waiting = whole(time.waiting);
  }
  return stages;
}

function whole(milliseconds: number): number {
  return Math.floor(milliseconds / minuteLength);
}
