import { remindedFrom } from '#electron/core/app/queries/contract-card/reminders.ts';
import { documentsOf, shown } from '#electron/core/app/queries/work/documents.ts';
import { blank, type Desk, type Found } from '#electron/core/app/queries/work/found.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { addDays, dateOf } from '#shared/lib/dates/dates.ts';
import { dayLength, instantOf } from '#shared/lib/dates/local-time.ts';

type KeyDate = Pick<RowOf<'key_date'>, 'id' | 'documentId' | 'kind' | 'title' | 'date' | 'responsibleId'> & {
  remindDays: string;
};

export interface Reminders {
  found: Found[];
  /** Reminders that have not come up yet. */
  ahead: { title: string; at: number }[];
}

/** Contracts that are over have no day that could be missed. */
const over: ReadonlySet<string> = new Set(['done', 'void', 'refused']);
/** A reminder comes two years ahead at most, and a long holiday earlier. */
const farthest = 750;

/** Key dates that the person here answers for, themselves or for somebody, and of which a reminder has come up. */
export function keyDateItems({ db, staff, acting, now }: Desk): Reminders {
  const people = new Set([acting.me, ...acting.insteadOf.key_dates]);
  const horizon = addDays(dateOf(Math.floor(now / dayLength)), farthest);
  const rows = keyDatesOf(db, [...people], horizon);
  const documents = documentsOf(
    db,
    rows.map((row) => row.documentId),
  );
  const reminders: Reminders = { found: [], ahead: [] };
  for (const row of rows) {
    const document = documents.get(row.documentId);
    const owner = row.responsibleId ?? document?.responsibleId ?? null;
    if (!document || document.archivedAt !== null || over.has(document.state)) continue;
    if (owner === null || !people.has(owner)) continue;
    const time = staff.timeIn(document.branchId);
    const from = remindedFrom(time, row.date, JSON.parse(row.remindDays) as number[]);
    const today = staff.todayIn(document.branchId);
    if (today < from) {
      const [start] = time.schedule.intervals[0] ?? [0];
      reminders.ahead.push({ title: document.subject, at: instantOf(time.offsets, from, start) });
      continue;
    }
    const insteadOfId = owner === acting.me ? null : owner;
    const item = {
      ...blank,
      ...shown(document),
      item: `key_date/${row.id}`,
      type: 'key_date',
      keyDateKind: row.kind,
      group: row.date < today ? 'overdue' : row.date === today ? 'today' : 'later',
      dueDate: row.date,
      insteadOfId,
      insteadOfName: staff.nameOf(insteadOfId),
      text: row.title || null,
    } as const;
    reminders.found.push({ item, by: instantOf(time.offsets, addDays(row.date, 1), 0) });
  }
  return reminders;
}

const columns = 'k.id, k.documentId, k.kind, k.title, k.date, k.responsibleId, k.remindDays';
const open = 'k.doneAt IS NULL AND k.archivedAt IS NULL AND k.date <= ?';
const sql = `SELECT ${columns} FROM key_date k WHERE k.responsibleId IN (SELECT value FROM json_each(?)) AND ${open}
  UNION ALL SELECT ${columns} FROM key_date k CROSS JOIN document d ON d.id = k.documentId
    WHERE k.responsibleId IS NULL AND ${open} AND d.responsibleId IN (SELECT value FROM json_each(?))`;

function keyDatesOf(db: Readable, people: readonly string[], horizon: string): KeyDate[] {
  const ids = JSON.stringify(people);
  return prepared(db, sql).all(ids, horizon, horizon, ids) as KeyDate[];
}
