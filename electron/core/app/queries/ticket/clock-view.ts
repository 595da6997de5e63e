import type { TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import { minutesBetween, type PinnedTimes, type Promised } from '#electron/core/app/queries/ticket/pinned-times.ts';
import type { Terms } from '#electron/core/app/queries/ticket/targets.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';
import type { ClockView, Urgency } from '#shared/queries/ticket.ts';

/** The columns of one clock. */
interface Measured {
  dueAt: number | null;
  stoppedAt: number | null;
  spent: number | null;
  lived: number | null;
  late: 'own' | 'link' | null;
}

/** What the clocks of a ticket are read from. */
export type Clocked = Pick<
  RowOf<'ticket'>,
  | 'state'
  | 'resolvedAt'
  | 'closedAt'
  | 'responseDueAt'
  | 'respondedAt'
  | 'responseSpent'
  | 'responseLived'
  | 'responseLate'
  | 'resolutionDueAt'
  | 'resolutionSpent'
  | 'resolutionLived'
  | 'resolutionLate'
>;

const responseOf = (line: Clocked): Measured => ({
  dueAt: line.responseDueAt,
  stoppedAt: line.respondedAt,
  spent: line.responseSpent,
  lived: line.responseLived,
  late: line.responseLate,
});
const resolutionOf = (line: Clocked): Measured => ({
  dueAt: line.resolutionDueAt,
  stoppedAt: line.resolvedAt ?? line.closedAt,
  spent: line.resolutionSpent,
  lived: line.resolutionLived,
  late: line.resolutionLate,
});

/** Both clocks of a ticket as they stand now. */
export function clocksOf(
  line: Clocked,
  promised: Promised,
  times: PinnedTimes,
  now: number,
): { response: ClockView; resolution: ClockView } {
  const open = isOpen(line.state);
  const view = (measured: Measured, target: number | null): ClockView =>
    clockView(measured, { target, open, spans: promised.spans, times, now });
  return {
    response: view(responseOf(line), promised.response),
    resolution: view(resolutionOf(line), promised.resolution),
  };
}

interface Standing {
  target: number | null;
  open: boolean;
  spans: Promised['spans'];
  times: PinnedTimes;
  now: number;
}

const nothing: ClockView = {
  state: 'none',
  dueAt: null,
  minutesLeft: null,
  left: null,
  target: null,
  spent: null,
  lived: null,
  late: null,
  resumesAt: null,
};

function clockView(measured: Measured, { target, open, spans, times, now }: Standing): ClockView {
  const { dueAt, spent, lived } = measured;
  if (target === null || spent === null) return { ...nothing, target };
  if (!open || dueAt === null) {
    const late = measured.late;
    // Late only for the requester: by so many minutes of what they lived through.
    const minutesLeft = target - (late === 'link' ? (lived ?? spent) : spent);
    const stopped = !open || measured.stoppedAt !== null;
    return {
      ...nothing,
      state: stopped ? 'stopped' : 'paused',
      minutesLeft,
      left: share(minutesLeft, target),
      target,
      spent,
      lived,
      late,
    };
  }
  const minutesLeft = minutesBetween(spans, now, dueAt);
  const spentNow = target - minutesLeft;
  const livedNow = (lived ?? spent) + Math.max(0, spentNow - spent);
  const late = now > dueAt ? 'own' : livedNow > target ? 'link' : null;
  const resumesAt = times.resumesAt(spans, now);
  const state = resumesAt === null ? 'running' : 'asleep';
  return {
    state,
    dueAt,
    minutesLeft,
    left: share(minutesLeft, target),
    target,
    spent: spentNow,
    lived: livedNow,
    late,
    resumesAt,
  };
}

const share = (minutesLeft: number, target: number): number => Math.min(1, minutesLeft / target);

/** Less than this share of a target is little. */
const little = 0.2;

/** How a ticket presses now: late is a running clock past its due time, soon one with less than a fifth of its target left. */
export function urgencyOf(line: TicketLine, terms: Terms, now: number): Urgency {
  if (line.state === 'approval' || line.state === 'waiting' || line.state === 'resolved') return line.state;
  if (!isOpen(line.state)) return 'ended';
  if (line.breaksAt === null) return 'work';
  if (line.breaksAt < now) return 'late';
  const { spans, response, resolution } = terms.of(line.id, line.sla);
  const presses = (dueAt: number | null, target: number | null): boolean =>
    dueAt !== null && target !== null && minutesBetween(spans, now, dueAt) < little * target;
  return presses(line.responseDueAt, response) || presses(line.resolutionDueAt, resolution) ? 'soon' : 'work';
}

/** What a ticket is late by, now or when its clocks stopped: the desk's own lateness hides that of the link. */
export function latenessOf(line: TicketLine, now: number): 'own' | 'link' | null {
  if (line.responseLate === 'own' || line.resolutionLate === 'own') return 'own';
  if (line.breaksAt !== null && line.breaksAt < now) return 'own';
  return line.responseLate ?? line.resolutionLate;
}
