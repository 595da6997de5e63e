import { spreadOf } from '#electron/core/app/queries/analytics/spread.ts';
import {
  averageRating,
  cycleOf,
  leadSpread,
  onTimeOf,
  type Reported,
} from '#electron/core/app/queries/analytics/ticket-lines.ts';
import type { TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import type { Telling } from '#electron/core/app/queries/ticket/queue-rows.ts';
import type { TicketAnalytics } from '#shared/queries/analytics.ts';

type KeyOf = (line: TicketLine) => string | null;

/** The same figures for every service, branch or desk that has any. */
function grouped(reported: Reported, keyOf: KeyOf) {
  const by = (lines: readonly TicketLine[]) => Map.groupBy(lines, keyOf);
  const [made, ended, resolved, open] = [
    by(reported.made),
    by(reported.ended),
    by(reported.resolved),
    by(reported.open),
  ];
  const keys = new Set([...made.keys(), ...ended.keys(), ...open.keys()]);
  return [...keys].flatMap((id) => {
    if (id === null) return [];
    const done = resolved.get(id) ?? [];
    const { met, of } = onTimeOf(done);
    return [
      {
        id,
        made: made.get(id)?.length ?? 0,
        ended: ended.get(id)?.length ?? 0,
        open: open.get(id)?.length ?? 0,
        lead: leadSpread(done),
        met,
        of,
        rating: averageRating(ended.get(id) ?? []),
      },
    ];
  });
}

const bySize = (one: { made: number; ended: number; id: string }, other: { made: number; ended: number; id: string }) =>
  other.made + other.ended - (one.made + one.ended) || (one.id < other.id ? -1 : 1);

export function groupsOf(
  { portal }: Telling,
  reported: Reported,
): Pick<TicketAnalytics, 'byService' | 'byBranch' | 'byQueue'> {
  const services = grouped(reported, (line) => line.serviceId).sort(bySize);
  const branches = grouped(reported, (line) => line.branchId);
  const queues = grouped(reported, (line) => line.queueId).sort(bySize);
  const places = [...portal.branches.keys()];
  branches.sort((one, other) => places.indexOf(one.id) - places.indexOf(other.id));
  return {
    byService: services.map(({ open: _, ...one }) => {
      const service = portal.services.get(one.id);
      return { ...one, name: service?.name ?? '', icon: service?.icon ?? 'question' };
    }),
    byBranch: branches.map(({ open: _, rating: __, ...one }) => ({
      ...one,
      city: portal.branches.get(one.id)?.city ?? '',
    })),
    byQueue: queues.map(({ rating: _, ...one }) => ({ ...one, name: portal.queues.get(one.id)?.name ?? '' })),
  };
}

/** What people have settled; here the time is what the desk took, and the link is nobody's fault. */
export function loadOf({ staff }: Telling, { resolved }: Reported): TicketAnalytics['load'] {
  const by = Map.groupBy(resolved, (line) => line.assigneeId);
  const lines = [...by].flatMap(([employeeId, own]) => {
    if (employeeId === null) return [];
    const { met, of } = onTimeOf(own);
    const logged = own.reduce((sum, line) => sum + line.loggedMinutes, 0);
    const { median } = spreadOf(own.map(cycleOf));
    return [{ employeeId, fullName: staff.nameOf(employeeId) ?? '', resolved: own.length, logged, median, met, of }];
  });
  return lines.sort((one, other) => other.resolved - one.resolved || (one.employeeId < other.employeeId ? -1 : 1));
}
