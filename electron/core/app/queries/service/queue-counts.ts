import { actingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { employeeHere } from '#electron/core/app/queries/service/published.ts';
import { soonByQueue } from '#electron/core/app/queries/service/soon.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { dayLength } from '#shared/lib/dates/local-time.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { QueueCount } from '#shared/queries/ticket.ts';

const week = 7 * dayLength;

interface Waiting {
  queueId: string;
  open: number;
  unassigned: number;
  late: number;
  mine: number;
  desk: number;
}

/** The desks of the person with what waits at each, and their own requests; every window asks after every change, so only open ones are read. */
export function queueCounts(
  db: Readable,
  _args: QueryArgs<'queue.counts'>,
  deps: QueryDeps,
): QueryResult<'queue.counts'> {
  const me = deps.userId;
  const ids = JSON.stringify(employeeHere(db, me)?.queueIds ?? []);
  const queues = rowsOf(
    db,
    'queue',
    'WHERE archivedAt IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY name_key, id',
    ids,
  );
  const waiting = waitingAt(db, deps, ids);
  const soon = soonByQueue(db, ids, deps.now());
  const ended = endedAt(db, ids, deps.now() - week);
  const lent = lentTo(db, deps);
  const lines = queues.map(({ id, name, members }): QueueCount => {
    const { open, unassigned, late, mine } = waiting.get(id) ?? { open: 0, unassigned: 0, late: 0, mine: 0 };
    const limit = members.find((one) => one.employeeId === me)?.limit ?? null;
    const { until: lentUntil, insteadOfName } = lent.get(id) ?? { until: null, insteadOfName: null };
    const onTime = ended.get(id) ?? null;
    return { id, name, open, unassigned, late, soon: soon.get(id) ?? 0, mine, limit, onTime, lentUntil, insteadOfName };
  });
  const desk = [...waiting.values()].reduce((sum, one) => sum + one.desk, 0);
  return { queues: lines, ...ownRequests(db, me), desk };
}

/** What is open at each desk. `desk`: what it does next, of nobody, of the person here, or of whom they stand in for. */
function waitingAt(db: Readable, deps: QueryDeps, ids: string): Map<string, Waiting> {
  const { insteadOf } = actingHere(db, deps, staffOf(db, deps));
  const sql = `SELECT queueId, count(*) AS open, sum(assigneeId IS NULL AND state = 'open') AS unassigned, sum(coalesce(state <> 'waiting' AND breaksAt < @now, 0)) AS late,
      sum(coalesce(assigneeId = @me, 0)) AS mine,
      sum(state <> 'waiting' AND (assigneeId IS NULL OR assigneeId = @me OR assigneeId IN (SELECT value FROM json_each(@absent)))) AS desk
    FROM ticket WHERE queueId IN (SELECT value FROM json_each(@ids)) AND state IN ('open', 'working', 'waiting') GROUP BY queueId`;
  const given = { ids, me: deps.userId, now: deps.now(), absent: JSON.stringify([...insteadOf.tickets]) };
  const rows = prepared(db, sql).all(given) as Waiting[];
  return new Map(rows.map((row) => [row.queueId, row]));
}

/** How many of the tickets closed or declined since an instant kept their due times, as the desk is judged. */
function endedAt(db: Readable, ids: string, since: number): Map<string, { met: number; of: number }> {
  // Those of a week are few, those of a desk many: the plus keeps SQLite from going by the desk.
  const sql = `SELECT queueId, count(*) AS "of", sum(responseLate IS NOT 'own' AND resolutionLate IS NOT 'own') AS met FROM ticket
    WHERE closedAt >= ? AND state IN ('closed', 'declined') AND +queueId IN (SELECT value FROM json_each(?)) GROUP BY queueId`;
  const rows = prepared(db, sql).all(since, ids) as { queueId: string; of: number; met: number }[];
  return new Map(rows.map(({ queueId, of, met }) => [queueId, { met, of }]));
}

/** Desks that the person has only while somebody is away. */
function lentTo(db: Readable, deps: QueryDeps): Map<string, { until: string; insteadOfName: string }> {
  const staff = staffOf(db, deps);
  const { today, me } = actingHere(db, deps, staff);
  const lent = today.filter((one) => one.substituteId === me);
  return new Map(
    lent.flatMap((one) =>
      (one.lentQueueIds ?? []).map(
        (id) => [id, { until: one.to, insteadOfName: staff.nameOf(one.employeeId) ?? '' }] as const,
      ),
    ),
  );
}

/** Requests on their way, and those that wait for the person: a question, rework, the word that it is settled. */
function ownRequests(db: Readable, me: string): { mine: number; waitsForMe: number } {
  const sql = `SELECT count(*) AS mine, coalesce(sum(state IN ('waiting', 'resolved')), 0) AS waitsForMe FROM ticket
    WHERE requesterId = ? AND state IN ('approval', 'open', 'working', 'waiting', 'resolved')`;
  return prepared(db, sql).get(me) as { mine: number; waitsForMe: number };
}
