import { freshnessOf } from '#electron/core/app/queries/analytics/freshness.ts';
import { ticketHolders } from '#electron/core/app/queries/analytics/holders.ts';
import { periodsOf } from '#electron/core/app/queries/analytics/period.ts';
import { spreadOf } from '#electron/core/app/queries/analytics/spread.ts';
import { groupsOf, loadOf } from '#electron/core/app/queries/analytics/ticket-groups.ts';
import {
  averageRating,
  cycleOf,
  leadSpread,
  onTimeOf,
  type Reported,
  reportedIn,
} from '#electron/core/app/queries/analytics/ticket-lines.ts';
import { stagesOf } from '#electron/core/app/queries/analytics/ticket-stages.ts';
import { weekIndex, weeksOf } from '#electron/core/app/queries/analytics/weeks.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { latenessOf } from '#electron/core/app/queries/ticket/clock-view.ts';
import { endedAt, type TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import { type Telling, tellingOf } from '#electron/core/app/queries/ticket/queue-rows.ts';
import { chosenTickets } from '#electron/core/app/queries/ticket/ticket-list.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import type { TicketAnalytics } from '#shared/queries/analytics.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';

/**
 * Requests in a period of days of the viewer's own branch. Everything from rows of this workstation: minutes stand in the tickets since
 * their clocks were settled, so calendars are asked only about what is still open and about who decided when.
 */
export function ticketAnalytics(db: Readable, args: QueryArgs<'ticket.analytics'>, deps: QueryDeps): TicketAnalytics {
  const telling = tellingOf(db, deps);
  const { staff, portal, now } = telling;
  const time = staff.timeOf(deps.userId);
  const { period, before } = periodsOf(time, args.from, args.to);
  const lines = chosenTickets(telling, deps, args.filter).chosen.map(({ line }) => line);
  const reported = reportedIn(lines, period);
  const { made, ended, resolved, open } = reported;
  const earlier = reportedIn(lines, before);
  const late = open.map((line) => latenessOf(line, now)).filter((one) => one !== null);
  const again = ended.filter((line) => line.reopened > 0);
  return {
    knownUntil: readMeta(db, 'lastExchangeAt') ?? null,
    seen: new Set([...made, ...ended, ...open]).size,
    made: made.length,
    ended: ended.length,
    open: open.length,
    overdue: { total: late.length, link: late.filter((one) => one === 'link').length },
    lead: leadSpread(resolved),
    cycle: spreadOf(resolved.map(cycleOf)),
    before: beforeOf(earlier),
    onTime: onTimeOf(resolved),
    reopened: { tickets: again.length, times: again.reduce((sum, line) => sum + line.reopened, 0) },
    ratings: { average: averageRating(ended), counts: ratingsOf(ended) },
    ...groupsOf(telling, reported),
    ...stagesOf(telling, deps, resolved),
    weeks: ticketWeeks(telling, resolved, args),
    holders: ticketHolders(telling, open),
    load: loadOf(telling, reported),
    freshness: freshnessOf(db, portal, period, now),
  };
}

function beforeOf({ ended, resolved }: Reported): TicketAnalytics['before'] {
  const { met, of } = onTimeOf(resolved);
  return {
    lead: leadSpread(resolved),
    cycle: spreadOf(resolved.map(cycleOf)),
    onTime: { met, of },
    reopened: ended.filter((line) => line.reopened > 0).length,
  };
}

function ratingsOf(ended: readonly TicketLine[]): TicketAnalytics['ratings']['counts'] {
  const counts: TicketAnalytics['ratings']['counts'] = [0, 0, 0, 0, 0];
  for (const { rating } of ended)
    if (rating !== null && rating >= 1 && rating <= 5) counts[rating - 1] = (counts[rating - 1] ?? 0) + 1;
  return counts;
}

/** What a settled ticket took on average, by the week of its end. */
function ticketWeeks(
  { staff, userId }: Telling,
  resolved: readonly TicketLine[],
  { from, to }: { from: string; to: string },
): TicketAnalytics['weeks'] {
  const { offsets } = staff.timeOf(userId);
  const weeks = weeksOf(from, to, () => ({ ended: 0, queue: 0, work: 0, waiting: 0, approval: 0 }));
  for (const line of resolved) {
    const week = weeks[weekIndex(from, offsets, endedAt(line) ?? 0)]?.week;
    if (!week) continue;
    week.ended += 1;
    week.queue += line.queueMinutes;
    week.work += line.workMinutes;
    week.waiting += line.waitingMinutes;
    week.approval += line.approvalMinutes;
  }
  return weeks.map(({ from: monday, week: { ended, queue, work, waiting, approval } }) => {
    const count = Math.max(1, ended);
    return {
      from: monday,
      ended,
      queue: queue / count,
      work: work / count,
      waiting: waiting / count,
      approval: approval / count,
    };
  });
}
