import { runReading } from '#electron/core/app/queries/service/run-reading.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Recent } from '#electron/core/store/views/recent.ts';
import { spansOf } from '#shared/commands/service/pinned-time.ts';
import { Transaction } from '#shared/commands/transaction.ts';
import type { PinnedTime } from '#shared/domain/service/ticket.ts';
import { minuteLength } from '#shared/lib/dates/local-time.ts';
import { workingMinutesBetween } from '#shared/lib/working-time/working-minutes.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

/** A ticket is near its due time when less than this share of the target is left. */
const share = 0.2;

interface Running {
  queueId: string;
  responseDueAt: number | null;
  resolutionDueAt: number | null;
  response: number | null;
  resolution: number | null;
  times: string;
}

const sql = `SELECT queueId, responseDueAt, resolutionDueAt, sla ->> '$.response' AS response, sla ->> '$.resolution' AS resolution,
    sla -> '$.times' AS times
  FROM ticket WHERE queueId IN (SELECT value FROM json_each(?)) AND state IN ('open', 'working') AND breaksAt >= ?`;

/** Open tickets of desks that are not late and have less than a fifth of a target left, by desk. */
export function soonByQueue(db: Readable, queueIds: string, now: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of prepared(db, sql).iterate(queueIds, now) as IterableIterator<Running>) {
    const isSoon =
      near(db, row, row.responseDueAt, row.response, now) || near(db, row, row.resolutionDueAt, row.resolution, now);
    if (isSoon) counts.set(row.queueId, (counts.get(row.queueId) ?? 0) + 1);
  }
  return counts;
}

function near(db: Readable, { times }: Running, dueAt: number | null, target: number | null, now: number): boolean {
  if (dueAt === null || target === null) return false;
  const fifth = target * share;
  // Working time never runs faster than the clock on the wall.
  if ((dueAt - now) / minuteLength < fifth) return true;
  const time = lastTime(db, times);
  return time !== null && workingMinutesBetween(time, now, dueAt) < fifth;
}

const most = 500;
const keptFor = new WeakMap<Readable, Recent<WorkingTime | 'none'>>();

/** The working time in force of pinned spans; the same pins share one, so that its table of days is made once. */
function lastTime(db: Readable, times: string): WorkingTime | null {
  const kept = keptFor.get(db) ?? new Recent<WorkingTime | 'none'>(most);
  keptFor.set(db, kept);
  const found = kept.get(times, () => {
    const last = (JSON.parse(times) as PinnedTime[]).slice(-1);
    // A calendar never changes under its id.
    return runReading(db, spansOf(new Transaction('', 'device'), last))[0]?.time ?? 'none';
  });
  return found === 'none' ? null : found;
}
