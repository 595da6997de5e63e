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
export const leadOf = (line: TicketLine): number => line.approvalMinutes + cycleOf(line) + line.waitingMinutes;

/** The same without the approval and without waiting for the requester: what the desk took. */
export const cycleOf = (line: TicketLine): number => line.queueMinutes + line.workMinutes;

export const leadSpread = (lines: readonly TicketLine[]): Spread => spreadOf(lines.map(leadOf));

/** The desk kept every promise: what was late only because a branch had no link is not its doing. */
const isMet = (line: TicketLine): boolean => line.responseLate !== 'own' && line.resolutionLate !== 'own';
const isLink = (line: TicketLine): boolean =>
  isMet(line) && (line.responseLate === 'link' || line.resolutionLate === 'link');

/** Of those that something was promised about: how many were in time, and how many of these were late for the requester all the same. */
export function onTimeOf(lines: readonly TicketLine[]): { met: number; of: number; link: number } {
  const promised = lines.filter((line) => line.promised === 1);
  return { met: promised.filter(isMet).length, of: promised.length, link: promised.filter(isLink).length };
}

export function averageRating(lines: readonly TicketLine[]): number | null {
  const given = lines.flatMap((line) => line.rating ?? []);
  return given.length === 0 ? null : given.reduce((sum, one) => sum + one, 0) / given.length;
}
