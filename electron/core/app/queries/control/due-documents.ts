import { type Staff, staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Recent } from '#electron/core/store/views/recent.ts';
import { type Stood, standingOf, WorkingDays } from '#shared/domain/control/standing.ts';
import type { DocumentRow } from '#shared/domain/document.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import type { DisciplineFilter } from '#shared/queries/control.ts';

export interface DueDocument extends Stood {
  rid: number;
  dueDate: string;
  doneOn: string | null;
  branchId: string;
  responsibleId: string | null;
  /** How often its due day was moved. */
  moves: number;
}

type Read = [
  rid: number,
  dueDate: string,
  doneOn: string | null,
  state: DocumentRow['state'],
  branchId: string,
  responsibleId: string | null,
  kind: string,
  kindId: string | null,
  archivedAt: number | null,
];

// Answered by one index that covers it: the long rows are never touched.
const dueSql = `SELECT rid, dueDate, doneOn, state, branchId, responsibleId, kind, kindId, archivedAt
  FROM document WHERE dueDate IS NOT NULL AND dueDate BETWEEN ? AND ? ORDER BY dueDate`;
// The same words as those of the index: only lines that took a former day away.
const movedSql = `SELECT d.rid FROM history h CROSS JOIN document d ON d.id = h.objectId
  WHERE instr(h.changes, '"field":"dueDate","from":"') > 0 AND h.action <> 'conflict.open'`;

const needed: readonly EntityName[] = ['document', 'history', 'employee', 'department', 'branch', 'working_calendar'];
const keptFor = new WeakMap<Readable, Recent<readonly DueDocument[]>>();
/** Papers that nothing is carried out in. */
const apart: ReadonlySet<string> = new Set(['template', 'application']);

/** Documents that were due in a period, under the conditions, as they stand today in their branches; by due day. */
export function dueDocuments(db: Readable, deps: QueryDeps, filter: DisciplineFilter): readonly DueDocument[] {
  const kept = keptFor.get(db) ?? new Recent(4);
  keptFor.set(db, kept);
  const staff = staffOf(db, deps);
  const { from, to, branchIds, departmentIds, responsibleIds, kinds } = filter;
  const versions = needed.map((entity) => deps.versions(entity));
  const today = staff.todayOf(deps.userId);
  const key = JSON.stringify([from, to, branchIds, departmentIds, responsibleIds, kinds, today, versions]);
  return kept.get(key, () => read(db, staff, filter));
}

function read(db: Readable, staff: Staff, filter: DisciplineFilter): DueDocument[] {
  const fits = fitting(db, filter);
  const moves = new Map<number, number>();
  for (const rid of prepared(db, movedSql).pluck().all() as number[]) moves.set(rid, (moves.get(rid) ?? 0) + 1);
  const measure = measuring(staff);
  const found: DueDocument[] = [];
  for (const row of prepared(db, dueSql).raw().all(filter.from, filter.to) as Read[]) {
    const [rid, dueDate, doneOn, , branchId, responsibleId] = row;
    const stood = fits(row) ? measure(row) : null;
    if (stood) found.push({ rid, dueDate, doneOn, branchId, responsibleId, moves: moves.get(rid) ?? 0, ...stood });
  }
  return found;
}

/** The day it is and the working days of each branch, each read once. */
function measuring(staff: Staff): (row: Read) => Stood | null {
  const known = new Map<string, { today: string; days: WorkingDays }>();
  return ([, dueDate, doneOn, state, branchId, , , , archivedAt]) => {
    let branch = known.get(branchId);
    if (!branch) {
      branch = { today: staff.todayIn(branchId), days: new WorkingDays(staff.timeIn(branchId)) };
      known.set(branchId, branch);
    }
    return standingOf({ dueDate, doneOn, state, archivedAt }, branch.today, branch.days);
  };
}

function fitting(db: Readable, filter: DisciplineFilter): (row: Read) => boolean {
  const among = (list: readonly string[] | null) => (list && list.length > 0 ? new Set(list) : null);
  const [branches, people, kinds] = [filter.branchIds, filter.responsibleIds, filter.kinds].map(among);
  const staffed = filter.departmentIds?.length ? peopleBelow(db, filter.departmentIds) : null;
  return ([, , , , branchId, responsibleId, kind, kindId]) =>
    !apart.has(kind) &&
    (!branches || branches.has(branchId)) &&
    (!people || people.has(responsibleId ?? '')) &&
    (!staffed || staffed.has(responsibleId ?? '')) &&
    (!kinds || kinds.has(kindId ?? kind));
}

const belowSql = `WITH RECURSIVE below (id) AS (
    SELECT value FROM json_each(?) UNION SELECT d.id FROM department d JOIN below b ON d.parentId = b.id
  ) SELECT e.id FROM employee e WHERE e.departmentId IN (SELECT id FROM below)`;

/** Who works in the departments, or in a part of one. */
const peopleBelow = (db: Readable, departmentIds: readonly string[]): ReadonlySet<string> =>
  new Set(prepared(db, belowSql).pluck().all(JSON.stringify(departmentIds)) as string[]);
