import {
  type ClockEvent,
  happenedAt,
  isDeskEvent,
  learnedAt,
  movesClocks,
} from '#shared/domain/service/clock-events.ts';

const reactions: readonly ClockEvent['kind'][] = ['asked', 'stage_moved', 'resolved', 'declined'];

/**
 * The log with instants that keep the order in which the centre took its entries: one that came late takes effect after everything
 * that had been decided before it, as it did for the row of the ticket. Its own instant is moved on no further than that, and never past
 * what the centre knew; a reaction of the desk still stops the response when it happened. Entries of one instant keep their order by id.
 */
export function inLaneOrder(events: readonly ClockEvent[]): ClockEvent[] {
  const lane = events.toSorted(
    (left, right) =>
      (left.receivedAt ?? Number.POSITIVE_INFINITY) - (right.receivedAt ?? Number.POSITIVE_INFINITY) ||
      byId(left, right),
  );
  const ordered: ClockEvent[] = [];
  // The last instants of either timeline: the desk's own deeds are early on the first, everybody else's on the second.
  let [fair, lived] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [n, event] of lane.entries()) {
    const id = String(n).padStart(6, '0');
    if (!movesClocks(event.kind) || event.kind === 'replied') {
      ordered.push({ ...event, id });
      continue;
    }
    const own = happenedAt(event);
    const isDesk = isDeskEvent(event.kind);
    const reached = event.receivedAt === null ? Math.max(fair, lived) : isDesk ? fair : lived;
    const occurredAt = Math.max(own, reached);
    const learned = Math.max(learnedAt(event), occurredAt);
    if (occurredAt > own && reactions.includes(event.kind)) ordered.push({ ...event, id, kind: 'replied', data: {} });
    ordered.push({ ...event, id, occurredAt });
    fair = Math.max(fair, isDesk ? occurredAt : learned);
    lived = Math.max(lived, isDesk ? learned : occurredAt);
  }
  return ordered;
}

function byId(left: ClockEvent, right: ClockEvent): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}
