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

const slaSql = 'SELECT t.id, t.sla FROM json_each(?) w CROSS JOIN ticket t ON t.id = w.value';
const tasksSql = `SELECT k.ticketId, count(*) FROM json_each(?) w CROSS JOIN ticket_task k ON k.ticketId = w.value
  WHERE k.state IN ('open', 'waiting') GROUP BY k.ticketId`;

/** Rows of a window as the windows show them. */
export function queueRows({ db, staff, portal, terms, today, now }: Telling, listed: readonly Listed[]): QueueRow[] {
  const ids = JSON.stringify(listed.map(({ line }) => line.id));
  const slas = new Map(prepared(db, slaSql).raw().all(ids) as [string, string | null][]);
  const tasks = new Map(prepared(db, tasksSql).raw().all(ids) as [string, number][]);
  return listed.map(({ line, urgency }): QueueRow => {
    const promised = terms.of(line.id, slas.get(line.id) ?? null);
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
