import { type Clocked, clocksOf } from '#electron/core/app/queries/ticket/clock-view.ts';
import { waitsFor } from '#electron/core/app/queries/ticket/ticket-mine.ts';
import { blank, type Desk, type Found, someDay } from '#electron/core/app/queries/work/found.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { dueGroup } from '#shared/lib/working-time/due-group.ts';
import type { WorkItem } from '#shared/queries/work.ts';

type Assigned = Clocked &
  Pick<RowOf<'ticket'>, 'id' | 'number' | 'title' | 'branchId' | 'requesterId' | 'assigneeId' | 'breaksAt'> & {
    sla: string;
  };
type Own = Pick<RowOf<'ticket'>, 'id' | 'number' | 'title' | 'state' | 'solution' | 'assigneeId' | 'since'> & {
  question: string;
};

/** Requests at the person's own desk or that of somebody they stand in for, and their own requests that wait for them. */
export function ticketItems(desk: Desk): Found[] {
  return [...assignedItems(desk), ...ownItems(desk)];
}

const columns = `id, number, title, branchId, requesterId, assigneeId, state, sla, breaksAt, resolvedAt, closedAt,
  responseDueAt, respondedAt, responseSpent, responseLived, responseLate,
  resolutionDueAt, resolutionSpent, resolutionLived, resolutionLate`;
const assignedSql = `SELECT ${columns} FROM ticket
  WHERE assigneeId IN (SELECT value FROM json_each(?)) AND state IN ('open', 'working')`;

function assignedItems({ db, staff, acting, terms, now }: Desk): Found[] {
  const people = JSON.stringify([acting.me, ...acting.insteadOf.tickets]);
  const rows = prepared(db, assignedSql).all(people) as Assigned[];
  return rows.map((row): Found => {
    const { response, resolution } = clocksOf(row, terms.of(row.id, row.sla), terms.times, now);
    const pressing = response.dueAt !== null && response.dueAt === row.breaksAt ? response : resolution;
    const insteadOfId = row.assigneeId === acting.me ? null : row.assigneeId;
    const item = {
      ...blank,
      ...aboutTicket(row),
      type: 'ticket',
      group: dueGroup(now, row.breaksAt, staff.timeIn(row.branchId)),
      dueAt: row.breaksAt,
      minutesLeft: row.breaksAt === null ? null : pressing.minutesLeft,
      left: row.breaksAt === null ? null : pressing.left,
      fromId: row.requesterId,
      fromName: staff.nameOf(row.requesterId),
      insteadOfId,
      insteadOfName: staff.nameOf(insteadOfId),
    } as const;
    return { item, by: row.breaksAt ?? someDay };
  });
}

const ownSql = `SELECT id, number, title, state, solution, assigneeId, since, question FROM ticket
  WHERE requesterId = ? AND state IN ('waiting', 'resolved')`;

/** What is asked of the requester holds the request up: it is for today. A word about what is done can wait. */
function ownItems({ db, staff, acting }: Desk): Found[] {
  const rows = prepared(db, ownSql).all(acting.me) as Own[];
  return rows.flatMap((row): Found[] => {
    const question = JSON.parse(row.question) as RowOf<'ticket'>['question'];
    const type = waitsFor({ state: row.state, question });
    if (type === null) return [];
    const fromId = question?.askedById ?? row.assigneeId;
    const item = {
      ...blank,
      ...aboutTicket(row),
      type,
      group: type === 'confirm' ? 'later' : 'today',
      fromId,
      fromName: staff.nameOf(fromId),
      text: question?.text || row.solution,
    } as const;
    return [{ item, by: someDay }];
  });
}

/** How an item shows the request it is about. */
const aboutTicket = ({ id, number, title }: Pick<RowOf<'ticket'>, 'id' | 'number' | 'title'>) =>
  ({ item: `ticket/${id}`, ticketId: id, title, number, object: { entity: 'ticket', id } }) satisfies Partial<WorkItem>;
