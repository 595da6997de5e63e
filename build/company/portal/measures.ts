import type { Stage } from '#build/company/contracts/stage.ts';
import type { Emitted } from '#build/company/emitted.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

/** The centre keeps so many durations of a service. */
const kept = 50;

/** «Обычно 4 ч»: puts the requests of the past among the durations that the centre noted while the story was told. */
export function measureServices(stage: Stage, past: readonly Emitted[]): void {
  const ended = past.filter((one) => one.entity === 'ticket').map((one) => one.row as unknown as RowOf<'ticket'>);
  const all = [...ended, ...stage.of('ticket')].filter((one) => one.resolvedAt !== null);
  const byService = Map.groupBy(all, (one) => one.serviceId);
  const standing = new Map(stage.of('service_measure').map((one) => [one.serviceId, one.id]));
  for (const [serviceId, tickets] of byService) {
    const ordered = tickets.sort((one, other) => (one.resolvedAt ?? 0) - (other.resolvedAt ?? 0)).slice(-kept);
    const measuredAt = ordered.at(-1)?.resolvedAt ?? 0;
    const id: Id = standing.get(serviceId) ?? stage.newId(measuredAt);
    stage.put('service_measure', { id, serviceId, minutes: ordered.map(minutesOf), measuredAt });
  }
}

/** Working minutes from the request to its solution. */
const minutesOf = (row: RowOf<'ticket'>): number =>
  row.approvalMinutes + row.queueMinutes + row.workMinutes + row.waitingMinutes;
