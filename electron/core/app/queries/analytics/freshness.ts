import type { Period } from '#electron/core/app/queries/analytics/period.ts';
import type { Portal } from '#electron/core/app/queries/ticket/portal.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Freshness } from '#shared/queries/analytics.ts';

const hour = 3_600_000;
/** So far back from the newest entries the last word of a branch is looked for. */
const newest = 2_000;

const lastSql = (table: string): string => `SELECT actorId, max(occurredAt)
  FROM (SELECT actorId, occurredAt FROM ${table} ORDER BY rid DESC LIMIT ${newest}) GROUP BY actorId`;
const delayedSql = `SELECT actorId, count(*) FROM ticket_event
  WHERE occurredAt >= ? AND occurredAt < ? AND receivedAt - occurredAt > ${hour} GROUP BY actorId`;

type Counted = [actorId: string, value: number][];

/** What this workstation has heard of each branch: of tickets and of everything else that is written down. */
export function freshnessOf(db: Readable, portal: Portal, period: Period, now: number): Freshness[] {
  const homes = new Map(prepared(db, 'SELECT id, branchId FROM employee').raw().all() as [string, string][]);
  const last = new Map<string, number>();
  const late = new Map<string, number>();
  for (const table of ['ticket_event', 'history'])
    for (const [actorId, at] of prepared(db, lastSql(table)).raw().all() as Counted) {
      const home = homes.get(actorId) ?? '';
      last.set(home, Math.max(last.get(home) ?? 0, Math.min(at, now)));
    }
  for (const [actorId, count] of prepared(db, delayedSql).raw().all(period.start, period.end) as Counted) {
    const home = homes.get(actorId) ?? '';
    late.set(home, (late.get(home) ?? 0) + count);
  }
  return [...portal.branches.values()].map(({ id, city }) => ({
    branchId: id,
    branchCity: city,
    lastAt: last.get(id) ?? null,
    delayed: late.get(id) ?? 0,
  }));
}
