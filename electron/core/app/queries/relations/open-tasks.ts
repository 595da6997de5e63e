import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { OpenTask } from '#shared/queries/relations.ts';

const most = 20;

interface Tasks {
  tasks: OpenTask[];
  taskCount: number;
}

const columns = 't.id, t.documentId, t.kind, t.employeeId, t.dueAt, d.subject AS title, d.number';
const active = `t.state = 'active' AND d.archivedAt IS NULL ORDER BY t.dueAt IS NULL, t.dueAt, t.id`;
const ofParty = `SELECT ${columns} FROM approval_task t CROSS JOIN document d ON d.id = t.documentId
  WHERE d.counterpartyId IN (SELECT value FROM json_each(?)) AND ${active}`;
const ofPerson = `SELECT ${columns} FROM approval_task t CROSS JOIN document d ON d.id = t.documentId
  WHERE t.employeeId = ? AND ${active}`;

/** Decisions that somebody is asked for now, the most urgent first: about papers of a counterparty, or of one person. */
export function openTasks(db: Readable, staff: Staff, of: 'party' | 'person', value: string): Tasks {
  type Row = Omit<OpenTask, 'who'> & { employeeId: string };
  const rows = prepared(db, of === 'party' ? ofParty : ofPerson).all(value) as Row[];
  const tasks = rows.slice(0, most).map(({ employeeId, ...row }) => ({ ...row, who: staff.nameOf(employeeId) }));
  return { tasks, taskCount: rows.length };
}
