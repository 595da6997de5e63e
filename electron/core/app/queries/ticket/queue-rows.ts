import type { ActingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import { type Staff, staffOf } from '#electron/core/app/queries/company/staff.ts';
import { substitutionsToday } from '#electron/core/app/queries/company/standing-in.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { clocksOf } from '#electron/core/app/queries/ticket/clock-view.ts';
import { standingIn } from '#electron/core/app/queries/ticket/holder.ts';
import type { Listed } from '#electron/core/app/queries/ticket/order.ts';
import { type Portal, portalOf } from '#electron/core/app/queries/ticket/portal.ts';
import { type Terms, termsOf } from '#electron/core/app/queries/ticket/targets.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { QueueRow } from '#shared/queries/ticket.ts';

/** What the lists of tickets are told with. */
export interface Telling {
  db: Readable;
  staff: Staff;
  portal: Portal;
  terms: Terms;
  /** Substitutions in force. */
  today: ActingHere['today'];
  userId: string;
  now: number;
}

export function tellingOf(db: Readable, deps: QueryDeps): Telling {
  const staff = staffOf(db, deps);
  return {
    db,
    staff,
    today: substitutionsToday(db, deps, staff),
    portal: portalOf(db, deps),
    terms: termsOf(db, deps),
    userId: deps.userId,
    now: deps.now(),
  };
}

const columns = [
  'id',
  'number',
  'title',
  'insteadOfId',
  'unread',
  'respondedAt',
  'responseSpent',
  'responseLived',
  'resolutionSpent',
  'resolutionLived',
  'since',
  'sla',
] as const;
/** What only a row that is shown needs. */
type Shown = Pick<RowOf<'ticket'>, Exclude<(typeof columns)[number], 'unread' | 'sla'> | 'id'> & {
  unread: 0 | 1;
  sla: string;
};
const chosen = columns.map((name) => `t."${name}"`).join(', ');
const shownSql = `SELECT ${chosen} FROM json_each(?) w CROSS JOIN ticket t ON t.id = w.value ORDER BY w.key`;
const tasksSql = `SELECT k.ticketId, count(*) FROM json_each(?) w CROSS JOIN ticket_task k ON k.ticketId = w.value
  WHERE k.state IN ('open', 'waiting') GROUP BY k.ticketId`;

/** Rows of a window as the windows show them. */
export function queueRows({ db, staff, portal, terms, today, now }: Telling, listed: readonly Listed[]): QueueRow[] {
  const ids = JSON.stringify(listed.map(({ line }) => line.id));
  const shown = prepared(db, shownSql).all(ids) as Shown[];
  const tasks = new Map(prepared(db, tasksSql).raw().all(ids) as [string, number][]);
  const known = new Map(listed.map((one) => [one.line.id, one]));
  return shown.map((row): QueueRow => {
    const { line: rest, urgency } = known.get(row.id) as Listed;
    const line = { ...rest, ...row };
    const promised = terms.of(line.id, row.sla);
    const acting = line.assigneeId === null ? null : standingIn(line.assigneeId, 'tickets', { staff, today });
    const service = portal.services.get(line.serviceId);
    return {
      id: line.id,
      number: line.number,
      title: line.title,
      serviceId: line.serviceId,
      serviceName: service?.name ?? '',
      icon: service?.icon ?? 'question',
      requesterId: line.requesterId,
      requesterName: staff.nameOf(line.requesterId) ?? '',
      branchId: line.branchId,
      branchCity: portal.branches.get(line.branchId)?.city ?? '',
      state: line.state,
      stage: line.stage,
      stageName: portal.definition(line.serviceId, line.serviceVersion)?.stages[line.stage] ?? null,
      priority: line.priority,
      ...clocksOf(line, promised, terms.times, now),
      urgency,
      queueId: line.queueId,
      queueName: portal.queues.get(line.queueId ?? '')?.name ?? null,
      assigneeId: line.assigneeId,
      assigneeName: acting?.fullName ?? null,
      insteadOfName: acting?.insteadOfName ?? staff.nameOf(line.insteadOfId),
      unread: line.unread === 1,
      since: line.since,
      occurredAt: line.occurredAt,
      closedAt: line.closedAt,
      tasksOpen: tasks.get(line.id) ?? 0,
      rating: line.rating,
    };
  });
}
