import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

const days = 90;
/** Fewer tell nothing of the next one. */
const fewest = 3;

const sql = `SELECT serviceId, approvalMinutes + queueMinutes + workMinutes + waitingMinutes FROM ticket
  WHERE serviceId = ? AND occurredAt >= ? AND state IN ('resolved', 'closed')`;

const sqlTold = 'SELECT minutes FROM service_measure WHERE serviceId = ? AND measuredAt >= ?';

/** What the centre has measured of everybody's tickets. */
function told(db: Readable, serviceId: string, now: number): number[] {
  const row = prepared(db, sqlTold)
    .pluck()
    .get(serviceId, now - days * 86_400_000);
  return typeof row === 'string' ? (JSON.parse(row) as number[]) : [];
}

/**
 * Median of the working minutes from the request to the solution: of everybody's last tickets, as the centre has measured them, so that all
 * are told the same; or, where it has too few, of those on this workstation. null: too few even so.
 */
export function usualMinutes(db: Readable, serviceId: string, now: number): number | null {
  const measured = told(db, serviceId, now);
  const minutes = measured.length < fewest ? own(db, serviceId, now) : measured;
  if (minutes.length < fewest) return null;
  return minutes.sort((left, right) => left - right)[Math.floor((minutes.length - 1) / 2)] ?? null;
}

function own(db: Readable, serviceId: string, now: number): number[] {
  const since = now - days * 86_400_000;
  return (prepared(db, sql).raw().all(serviceId, since) as [string, number][]).map(([, one]) => one);
}
