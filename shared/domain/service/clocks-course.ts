import { type ClockEvent, isDeskEvent, type Moment } from '#shared/domain/service/clock-events.ts';
import { adjust, type Meter, newMeter, stopForGood } from '#shared/domain/service/clocks-meter.ts';
import { type Piece, piecesOf, type TimeSpan, workedBefore } from '#shared/domain/service/clocks-time.ts';

/** Who has the ball: the approvers, nobody yet, the assignee, the requester; or it is over. */
export type Phase = 'approval' | 'queue' | 'work' | 'waiting' | 'ended';

/** The targets of both clocks in working minutes; null: none. */
export interface ClockTerms {
  readonly responseMinutes: number | null;
  readonly resolutionMinutes: number | null;
}

/** Time in the phases that count for a stage. */
export interface StageTime {
  queue: number;
  work: number;
  waiting: number;
}

/** Where a ticket is and how long it was where, while its log is read along one timeline; milliseconds of working time. */
export interface Course {
  /** null until it is created. */
  phase: Phase | null;
  stage: number;
  since: number;
  readonly spent: StageTime & { approval: number };
  /** By the stage's number, those in which it has been at a desk. */
  readonly stages: Record<string, StageTime>;
  /** Where the time counts now; null until some passes. */
  here: StageTime | null;
  readonly response: Meter;
  readonly resolution: Meter;
  terms: ClockTerms;
  assigned: boolean;
  /** It waits for the requester since an approver sent it back: an answer leads back to the approval. */
  waitsInApproval: boolean;
  at: number;
  worked: number;
}

/**
 * Reads a log along one timeline up to `now`. An event that is impossible where its instant puts it (a clock that is slow, an answer that
 * overtook its question, two entries of one command in the order of their ids) waits until it is possible, at the latest until the centre
 * knew it: by then it was possible, or it would not be in the log. What is impossible even then is ignored.
 */
export function readCourse(
  moments: readonly Moment[],
  given: ClockTerms,
  times: readonly TimeSpan[],
  now: number,
  standing: Phase | null = null,
): Course {
  const course: Course = {
    phase: null,
    stage: 0,
    since: moments[0]?.at ?? now,
    spent: { approval: 0, queue: 0, work: 0, waiting: 0 },
    stages: {},
    here: null,
    response: newMeter(given.responseMinutes),
    resolution: newMeter(given.resolutionMinutes),
    terms: given,
    assigned: false,
    waitsInApproval: false,
    at: 0,
    worked: 0,
  };
  const early: Moment[] = [];
  const pieces = piecesOf(times);
  for (let n = 0; n < moments.length; n += 1) {
    const moment = moments[n] as Moment;
    advance(course, pieces, moment.at);
    if (!take(course, moment.event, moment.at)) early.push(moment);
    if (early.length > 0 && moments[n + 1]?.at !== moment.at) takeEarly(course, early, moment.at);
  }
  advance(course, pieces, now);
  if (standing !== null && course.phase !== null && course.phase !== standing) stand(course, standing, now);
  return course;
}

/** Puts a ticket where it is known to be, from now on: what the log says of the past stays. */
function stand(course: Course, phase: Phase, now: number): void {
  course.since = Math.max(course.at, now);
  course.phase = phase;
  follow(course, course.since);
}

/** What came too early, once everything of an instant has happened; each thing that happens may make another one possible. */
function takeEarly(course: Course, early: Moment[], at: number): void {
  for (let n = 0; n < early.length; ) {
    const { until, event } = early[n] as Moment;
    if (until < at) early.splice(n, 1);
    else if (take(course, event, at)) {
      early.splice(n, 1);
      n = 0;
    } else n += 1;
  }
}

/** Counts the time up to an instant for where the ticket has been; an instant before the last one counts nothing. */
function advance(course: Course, pieces: readonly Piece[], at: number): void {
  const { phase, response, resolution } = course;
  if (phase === null) {
    course.at = at;
    course.worked = workedBefore(pieces, at);
    return;
  }
  if (at <= course.at) return;
  const worked = workedBefore(pieces, at);
  const passed = worked - course.worked;
  course.at = at;
  course.worked = worked;
  if (phase === 'ended') return;
  course.spent[phase] += passed;
  if (phase !== 'approval') {
    course.here ??= course.stages[course.stage] ??= { queue: 0, work: 0, waiting: 0 };
    course.here[phase] += passed;
  }
  if (response.counting) response.spent += passed;
  if (resolution.counting) resolution.spent += passed;
}

/** Lets one event take effect; false when it is impossible where the ticket is. */
function take(course: Course, event: ClockEvent, at: number): boolean {
  const phase = phaseAfter(course, event, at);
  if (phase === null) return false;
  if (phase !== course.phase) {
    course.phase = phase;
    course.since = at;
  }
  follow(course, at);
  return true;
}

/** Both clocks run while the desk has the ball. */
function follow({ phase, terms, response, resolution }: Course, at: number): void {
  const counts = phase === 'queue' || phase === 'work';
  adjust(response, at, terms.responseMinutes, counts, phase === 'ended');
  adjust(resolution, at, terms.resolutionMinutes, counts, phase === 'ended');
}

/** The phase an event leads to (the same one when it only leaves a trace), null when it is impossible. */
function phaseAfter(course: Course, { kind, data }: ClockEvent, at: number): Phase | null {
  const { phase } = course;
  if (phase === null) {
    if (kind !== 'created') return null;
    course.assigned = typeof data['assigneeId'] === 'string';
    return data['approval'] === true ? 'approval' : atDesk(course);
  }
  if (kind === 'clock_changed') {
    course.terms = changedTerms(course.terms, data);
    return phase;
  }
  if (phase === 'ended') {
    if (kind === 'reopened') return atDesk(course);
    return kind === 'confirmed' || kind === 'replied' ? phase : null;
  }
  // A desk may talk about what is still being agreed; it cannot work on it.
  if (phase === 'approval' && isDeskEvent(kind) && kind !== 'replied') return null;
  switch (kind) {
    case 'approval_started':
      return 'approval';
    case 'approved':
      return atDesk(course);
    case 'queued':
      if ('assigneeId' in data) course.assigned = data['assigneeId'] !== null;
      return atDesk(course);
    case 'asked':
    case 'returned':
      if (phase === 'waiting') return null;
      if (kind === 'asked') stopForGood(course.response, at);
      course.waitsInApproval = phase === 'approval';
      return 'waiting';
    case 'answered':
      if (phase !== 'waiting') return null;
      return course.waitsInApproval ? 'approval' : atDesk(course);
    case 'taken':
    case 'assigned':
      course.assigned = true;
      return phase === 'waiting' ? phase : 'work';
    case 'unassigned':
    case 'transferred':
      course.assigned = typeof data['assigneeId'] === 'string';
      return phase === 'waiting' ? phase : atDesk(course);
    case 'replied':
      if (course.response.startedAt === null) return null;
      stopForGood(course.response, at);
      return phase;
    case 'stage_moved':
      if (!Number.isInteger(data['stage'])) return null;
      stopForGood(course.response, at);
      course.stage = data['stage'] as number;
      course.here = null;
      return phase;
    case 'resolved':
      // Whoever has done it has it, should it come back; a route that was all there was to do is nobody.
      if (data['byRoute'] !== true) course.assigned = true;
      stopForGood(course.response, at);
      return 'ended';
    case 'declined':
      stopForGood(course.response, at);
      return 'ended';
    case 'rejected':
    case 'cancelled':
    case 'merged':
    case 'confirmed':
      return 'ended';
    default:
      return null;
  }
}

function atDesk(course: Course): Phase {
  return course.assigned ? 'work' : 'queue';
}

/** A target that is not named stays; null takes it away. */
function changedTerms(terms: ClockTerms, data: ClockEvent['data']): ClockTerms {
  const named = (value: unknown, before: number | null): number | null =>
    value === null || (typeof value === 'number' && value >= 0) ? value : before;
  return {
    responseMinutes: named(data['responseMinutes'], terms.responseMinutes),
    resolutionMinutes: named(data['resolutionMinutes'], terms.resolutionMinutes),
  };
}
