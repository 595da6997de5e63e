import type { Period } from '#electron/core/app/queries/analytics/period.ts';
import type { Portal } from '#electron/core/app/queries/ticket/portal.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { ticketEventKinds } from '#shared/domain/service/ticket-event.ts';
import type { Freshness } from '#shared/queries/analytics.ts';

const hour = 3_600_000;
/** So far back from the newest entries the last word of a branch is looked for. */
const newest = 5_000;

const kinds = ticketEventKinds.map((kind) => `'${kind}'`).join(', ');
const branchOf = 'JOIN employee e ON e.id = x.actorId GROUP BY e.branchId';
const lastSql = (table: string): string => `SELECT e.branchId, max(x.occurredAt) AS at
  FROM (SELECT actorId, occurredAt FROM ${table} ORDER BY rid DESC LIMIT ${newest}) x ${branchOf}`;
const delayedSql = `SELECT e.branchId, count(*) AS n FROM (SELECT actorId FROM ticket_event
    WHERE kind IN (${kinds}) AND occurredAt >= ? AND occurredAt < ? AND receivedAt - occurredAt > ${hour}) x ${branchOf}`;

/** What this workstation has heard of each branch: of tickets and of everything else that is written down. */
export function freshnessOf(db: Readable, portal: Portal, period: Period, now: number): Freshness[] {
  const last = new Map<string, number>();
  for (const table of ['ticket_event', 'history'])
    for (const [branchId, at] of prepared(db, lastSql(table)).raw().all() as [string, number][])
      last.set(branchId, Math.max(last.get(branchId) ?? 0, Math.min(at, now)));
  const late = new Map(prepared(db, delayedSql).raw().all(period.start, period.end) as [string, number][]);
  return [...portal.branches.values()].map(({ id, city }) => ({
    branchId: id,
    branchCity: city,
    lastAt: last.get(id) ?? null,
    delayed: late.get(id) ?? 0,
  }));
}
