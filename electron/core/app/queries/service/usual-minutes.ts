import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

const days = 90;
/** Fewer tell nothing of the next one. */
const fewest = 3;

const sql = `SELECT serviceId, approvalMinutes + queueMinutes + workMinutes + waitingMinutes FROM ticket
  WHERE serviceId = ? AND occurredAt >= ? AND state IN ('resolved', 'closed')`;

/** Median of the working minutes from the request to the solution, of the tickets that are on this workstation; null: too few. */
export function usualMinutes(db: Readable, serviceId: string, now: number): number | null {
  const rows = prepared(db, sql)
    .raw()
    .all(serviceId, now - days * 86_400_000) as [string, number][];
  if (rows.length < fewest) return null;
  const minutes = rows.map(([, one]) => one).sort((left, right) => left - right);
  return minutes[Math.floor((minutes.length - 1) / 2)] ?? null;
}
