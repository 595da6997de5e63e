import type { ActingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Telling } from '#electron/core/app/queries/ticket/queue-rows.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

type Card = NonNullable<QueryResult<'ticket.card'>>;
type Ticket = RowOf<'ticket'>;

/** The checklist, in its order. `mine`: the person's own, that of somebody they stand in for, or their desk's. */
export function tasksOf(
  { db, staff, portal, userId }: Telling,
  ticketId: string,
  acting: ActingHere,
  queueIds: ReadonlySet<string>,
): Card['tasks'] {
  const isMine = ({ employeeId, queueId }: RowOf<'ticket_task'>): boolean =>
    employeeId === null
      ? queueIds.has(queueId ?? '')
      : employeeId === userId || acting.insteadOf.tickets.has(employeeId);
  return rowsOf(db, 'ticket_task', 'WHERE ticketId = ? ORDER BY position, id', ticketId).map((row) => ({
    ...row,
    queueName: portal.queues.get(row.queueId ?? '')?.name ?? null,
    employeeName: staff.nameOf(row.employeeId),
    doneByName: staff.nameOf(row.doneById),
    mine: isMine(row),
  }));
}

// CROSS JOIN keeps the order of the loops: from the links to what they lead to.
const otherSql = `SELECT l.id, l.kind, 'ticket' AS otherEntity, o.id AS otherId, o.number, o.title, o.state
    FROM ticket_link l CROSS JOIN ticket o ON o.id = l.otherId
    WHERE l.ticketId = @id AND l.otherEntity = 'ticket' AND l.archivedAt IS NULL
  UNION ALL SELECT l.id, l.kind, 'document', d.id, d.number, d.subject, d.state
    FROM ticket_link l CROSS JOIN document d ON d.id = l.otherId
    WHERE l.ticketId = @id AND l.otherEntity = 'document' AND l.archivedAt IS NULL
  UNION ALL SELECT l.id, l.kind || '_by', 'ticket', o.id, o.number, o.title, o.state
    FROM ticket_link l CROSS JOIN ticket o ON o.id = l.ticketId
    WHERE l.otherId = @id AND l.otherEntity = 'ticket' AND l.archivedAt IS NULL`;

/** Both ends of every link; `_by` behind the kind where the other ticket made it («blocks_by»: blocked by). */
export const linksOf = ({ db }: Telling, id: string): Card['links'] =>
  prepared(db, `${otherSql} ORDER BY 1`).all({ id }) as Card['links'];

const othersSql = `SELECT id, number, title, state, occurredAt FROM ticket
  WHERE requesterId = ? AND id <> ? ORDER BY occurredAt DESC, id DESC LIMIT 10`;

export const othersOf = ({ db }: Telling, { id, requesterId }: Ticket): Card['others'] =>
  prepared(db, othersSql).all(requesterId, id) as Card['others'];

/** The vacation a ticket asks for. `inForce`: its substitution has been put in force and nobody has taken it back. */
export function vacationOf({ db, staff }: Telling, ticketId: string): Card['vacation'] {
  const [row] = rowsOf(db, 'vacation', 'WHERE ticketId = ? ORDER BY id DESC LIMIT 1', ticketId);
  if (!row) return null;
  const replaced = row.substitutionId === null ? null : storedOf(db, 'substitution', row.substitutionId)?.row;
  const inForce = row.state === 'approved' && replaced != null && replaced.cancelledAt === null;
  return { ...row, substituteName: staff.nameOf(row.substituteId), inForce };
}

const loadSql = `SELECT assigneeId, count(*) FROM ticket WHERE assigneeId IN (SELECT value FROM json_each(?))
  AND state IN ('approval', 'open', 'working', 'waiting') GROUP BY assigneeId`;
const awaySql = `SELECT DISTINCT employeeId FROM vacation WHERE state = 'approved' AND "from" <= ? AND "to" >= ? AND employeeId = ?`;

/** Members of the desk with what they have open; whoever is away with who takes their tickets. */
export function deskOf({ db, staff, portal }: Telling, queueId: string | null, { today }: ActingHere): Card['desk'] {
  const members = portal.queues.get(queueId ?? '')?.members ?? [];
  const ids = members.map((one) => one.employeeId);
  const loads = new Map(prepared(db, loadSql).raw().all(JSON.stringify(ids)) as [string, number][]);
  return members.map(({ employeeId: id, limit }) => {
    const date = staff.todayOf(id);
    const replaced = today.find((one) => one.employeeId === id && one.kinds.includes('tickets'));
    const away = replaced !== undefined || prepared(db, awaySql).get(date, date, id) !== undefined;
    return {
      id,
      fullName: staff.nameOf(id) ?? '',
      open: loads.get(id) ?? 0,
      limit,
      away,
      substituteName: staff.nameOf(replaced?.substituteId ?? null),
    };
  });
}
