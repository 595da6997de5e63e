import { timeLeft } from '#electron/core/app/queries/approval/time-left.ts';
import { blank, type Desk, type Found, someDay } from '#electron/core/app/queries/work/found.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { dueGroup } from '#shared/lib/working-time/due-group.ts';
import { defaultSchedule } from '#shared/lib/working-time/working-time.ts';

type Task = Pick<RowOf<'ticket_task'>, 'id' | 'ticketId' | 'title' | 'employeeId' | 'queueId' | 'dueAt'> & {
  minutes: string;
  ticketTitle: string;
  number: string | null;
  requesterId: string;
  sla: string | null;
};

const columns = `k.id, k.ticketId, k.title, k.employeeId, k.queueId, k.dueAt, k.minutes,
  t.title AS ticketTitle, t.number, t.requesterId, t.sla`;
const living = `k.state = 'open' AND t.state IN ('open', 'working', 'waiting')`;
// CROSS JOIN keeps the order of the loops: from the tasks to their requests.
const sql = `SELECT ${columns} FROM ticket_task k CROSS JOIN ticket t ON t.id = k.ticketId
    WHERE k.employeeId IN (SELECT value FROM json_each(@people)) AND ${living}
  UNION ALL SELECT ${columns} FROM ticket_task k CROSS JOIN ticket t ON t.id = k.ticketId
    WHERE k.queueId IN (SELECT value FROM json_each(@queues)) AND k.employeeId IS NULL AND ${living}`;

/** Lines of checklists that can be done now: of the person, of whoever they stand in for, of their desks. */
export function ticketTaskItems({ db, staff, acting, terms, now }: Desk): Found[] {
  const people = JSON.stringify([acting.me, ...acting.insteadOf.tickets]);
  const rows = prepared(db, sql).all({ people, queues: queuesOf(db, acting.me) }) as Task[];
  return rows.map((row): Found => {
    const time = terms.of(row.ticketId, row.sla).spans.at(-1)?.time ?? plainTime;
    const insteadOfId = row.employeeId === acting.me ? null : row.employeeId;
    const item = {
      ...blank,
      ...timeLeft(time, now, row.dueAt, JSON.parse(row.minutes) as number | null),
      item: `ticket_task/${row.id}`,
      type: 'ticket_task',
      ticketId: row.ticketId,
      ticketTaskId: row.id,
      group: dueGroup(now, row.dueAt, time),
      title: row.title,
      object: { entity: 'ticket', id: row.ticketId },
      number: row.number,
      dueAt: row.dueAt,
      fromId: row.requesterId,
      fromName: staff.nameOf(row.requesterId),
      insteadOfId,
      insteadOfName: staff.nameOf(insteadOfId),
      text: row.ticketTitle,
    } as const;
    return { item, by: row.dueAt ?? someDay };
  });
}

const plainTime = { offsets: [], schedule: defaultSchedule, calendar: [] };

/** The person's desks, lent ones too, as JSON. */
function queuesOf(db: Readable, me: string): string {
  const found = prepared(db, 'SELECT queueIds FROM employee WHERE id = ?').pluck().get(me) as string | null | undefined;
  return typeof found === 'string' && found !== 'null' ? found : '[]';
}
