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
 * Median of the working minutes from the request to the solution: of the tickets on this workstation, or, where these are too few, of the
 * last ones of everybody; null: too few even so.
 */
export function usualMinutes(db: Readable, serviceId: string, now: number): number | null {
  const rows = prepared(db, sql)
    .raw()
    .all(serviceId, now - days * 86_400_000) as [string, number][];
  const own = rows.map(([, one]) => one);
  const minutes = (own.length < fewest ? told(db, serviceId, now) : own).sort((left, right) => left - right);
  if (minutes.length < fewest) return null;
  return minutes[Math.floor((minutes.length - 1) / 2)] ?? null;
}
