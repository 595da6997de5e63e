import { isWithin, type Period } from '#electron/core/app/queries/analytics/period.ts';
import { spreadOf } from '#electron/core/app/queries/analytics/spread.ts';
import { endedAt, type TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';
import type { Spread } from '#shared/queries/analytics.ts';

/** Tickets of a report: each may have been made in the period, ended in it, and be open still. */
export interface Reported {
  made: TicketLine[];
  ended: TicketLine[];
  /** Of the ended those that were settled: what lead times and due times are told of. */
  resolved: TicketLine[];
  open: TicketLine[];
}

export function reportedIn(lines: readonly TicketLine[], period: Period): Reported {
  const reported: Reported = { made: [], ended: [], resolved: [], open: [] };
  for (const line of lines) {
    if (isWithin(period, line.occurredAt)) reported.made.push(line);
    if (isOpen(line.state)) reported.open.push(line);
    else if (isWithin(period, endedAt(line))) {
      reported.ended.push(line);
      if (line.state === 'resolved' || line.state === 'closed') reported.resolved.push(line);
    }
  }
  return reported;
}

/** Working minutes from the request to its resolution. */
const leadOf = (line: TicketLine): number => line.approvalMinutes + cycleOf(line) + line.waitingMinutes;

/** The same without the approval and without waiting for the requester: what the desk took. */
export const cycleOf = (line: TicketLine): number => line.queueMinutes + line.workMinutes;

export const leadSpread = (lines: readonly TicketLine[]): Spread => spreadOf(lines.map(leadOf));

/** The desk kept every promise: what was late only because a branch had no link is not its doing. */
const isMet = (line: TicketLine): boolean => line.responseLate !== 'own' && line.resolutionLate !== 'own';

/** Of those that something was promised about: how many were in time, and how many of these were late for the requester all the same. */
export function onTimeOf(lines: readonly TicketLine[]): { met: number; of: number; link: number } {
  const count = { met: 0, of: 0, link: 0 };
  for (const line of lines) {
    if (line.promised === 0) continue;
    count.of += 1;
    if (!isMet(line)) continue;
    count.met += 1;
    if (line.responseLate === 'link' || line.resolutionLate === 'link') count.link += 1;
  }
  return count;
}

export function averageRating(lines: readonly TicketLine[]): number | null {
  let [sum, count] = [0, 0];
  for (const { rating } of lines) {
    if (rating === null) continue;
    sum += rating;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
