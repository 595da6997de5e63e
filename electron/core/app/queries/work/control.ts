import { lastMove } from '#electron/core/app/queries/control/originals.ts';
import { documentsOf, shown } from '#electron/core/app/queries/work/documents.ts';
import { blank, type Desk, type Found } from '#electron/core/app/queries/work/found.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { addDays, dateOf } from '#shared/lib/dates/dates.ts';
import { dayLength, instantOf } from '#shared/lib/dates/local-time.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** What is due so many days ahead is on the desk already. */
const ahead = 14;

interface Due {
  id: string;
  responsibleId: string;
  branchId: string;
  dueDate: string;
}
interface Out {
  id: string;
  branchId: string;
  originalsDueOn: string;
  responsibleId: string | null;
}

// The index of due days has every column but the id; contracts have key dates and obligations of their own.
const dueSql = `SELECT id, responsibleId, branchId, dueDate FROM document
  WHERE dueDate IS NOT NULL AND dueDate <= ? AND state NOT IN ('done', 'void', 'refused') AND archivedAt IS NULL
    AND kind NOT IN ('contract', 'amendment', 'template', 'application')
    AND responsibleId IN (SELECT value FROM json_each(?))`;
const outSql = `SELECT id, branchId, originalsDueOn, responsibleId FROM document
  WHERE originals IN ('sent', 'lost') AND originals = 'sent' AND originalsDueOn IS NOT NULL AND originalsDueOn <= ?`;

/** Documents that the person answers for, themselves or for somebody who is away, and that are due soon or overdue. */
export function dueItems({ db, staff, acting, now }: Desk): Found[] {
  const people = [acting.me, ...acting.insteadOf.key_dates];
  const horizon = addDays(dateOf(Math.floor(now / dayLength)), ahead);
  const rows = prepared(db, dueSql).all(horizon, JSON.stringify(people)) as Due[];
  const documents = documentsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.flatMap(({ id, responsibleId, branchId, dueDate }) => {
    const document = documents.get(id);
    if (!document) return [];
    const insteadOfId = responsibleId === acting.me ? null : responsibleId;
    const item = {
      ...blank,
      ...shown(document),
      ...{ item: `document/${id}`, type: 'due' as const, dueDate, group: groupOf(dueDate, staff.todayIn(branchId)) },
      ...{ insteadOfId, insteadOfName: staff.nameOf(insteadOfId) },
    } as const;
    return [{ item, by: endOf(staff.timeIn(branchId).offsets, dueDate) }];
  });
}

/** Paper originals that have to be back by now: whoever sent them asks for them, or whoever answers for the document. */
export function originalsItems({ db, staff, acting, now }: Desk): Found[] {
  // The farthest branch is at most a day ahead.
  const rows = prepared(db, outSql).all(addDays(dateOf(Math.floor(now / dayLength)), 1)) as Out[];
  const mine = rows.flatMap((row) => {
    const today = staff.todayIn(row.branchId);
    const sender = row.originalsDueOn <= today ? lastMove(db, row.id, 'sent')?.actorId : undefined;
    const owner = sender ?? (row.originalsDueOn <= today ? row.responsibleId : null);
    if (owner !== acting.me && !acting.insteadOf.key_dates.has(owner ?? '')) return [];
    return [{ row, today, insteadOfId: owner === acting.me ? null : owner }];
  });
  const documents = documentsOf(
    db,
    mine.map(({ row }) => row.id),
  );
  return mine.flatMap(({ row, today, insteadOfId }) => {
    const document = documents.get(row.id);
    if (!document) return [];
    const dueDate = row.originalsDueOn;
    const item = {
      ...blank,
      ...shown(document),
      ...{ item: `originals/${row.id}`, type: 'originals' as const, dueDate, group: groupOf(dueDate, today) },
      ...{ insteadOfId, insteadOfName: staff.nameOf(insteadOfId) },
    } as const;
    return [{ item, by: endOf(staff.timeIn(row.branchId).offsets, dueDate) }];
  });
}

const groupOf = (day: string, today: string): WorkItem['group'] =>
  day < today ? 'overdue' : day === today ? 'today' : 'later';
const endOf = (offsets: Parameters<typeof instantOf>[0], day: string): number => instantOf(offsets, addDays(day, 1), 0);
