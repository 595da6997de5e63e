import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { lastMove } from '#electron/core/app/queries/control/originals.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { daysBetween } from '#shared/lib/dates/dates.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

const movesSql = `SELECT count(*) FROM history
  WHERE objectId = ? AND instr(changes, '"field":"dueDate","from":"') > 0 AND action <> 'conflict.open'`;
const ended: readonly string[] = ['done', 'void', 'refused'];

/** What the card says of a document's originals and of its due day beyond the fields themselves. */
export function controlCard(
  db: Readable,
  { documentId }: QueryArgs<'control.card'>,
  deps: QueryDeps,
): QueryResult<'control.card'> {
  const row = storedOf(db, 'document', documentId)?.row;
  const staff = staffOf(db, deps);
  const originals = row?.originals && row.originals !== 'none' ? row.originals : null;
  const moved = originals ? lastMove(db, documentId, originals) : null;
  const isOpen = row && row.dueDate !== null && !ended.includes(row.state);
  return {
    originals: moved && { since: moved.occurredAt, byName: staff.nameOf(moved.actorId) },
    moves: prepared(db, movesSql).pluck().get(documentId) as number,
    daysLeft: isOpen ? daysBetween(staff.todayIn(row.branchId), row.dueDate as string) : null,
  };
}
