import { detailsOf, type OutboxRecord, stateNow } from '#electron/core/app/queries/outbox-records.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { receiptOfOne } from '#electron/core/app/queries/receipts.ts';
import { storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Most steps shown: the latest. */
const mostSteps = 500;

/** What was entered here about a record, oldest first, and what the centre said; decisions of its conflicts too. */
export function recordPath(
  db: Readable,
  { entity, id }: QueryArgs<'record.path'>,
  deps: QueryDeps,
): QueryResult<'record.path'> {
  const sql = `SELECT n, name, occurred_at, state, decided_at, code, details FROM outbox
    WHERE about_id = ? OR about_id IN (SELECT id FROM conflict WHERE objectId = ?) ORDER BY n DESC LIMIT ?`;
  const records = prepared(db, sql).all(id, id, mostSteps) as OutboxRecord[];
  const stored = storedOf(db, entity, id);
  const leftN = readMeta(db, 'leftN') ?? 0;
  return {
    hasFiles: hasFiles(db, id),
    elsewhereAt: records.length === 0 ? enteredElsewhere(db, id, stored?.row) : null,
    receipt: receiptOfOne(db, deps, { id, v: stored?.v ?? 0, at: stored?.at ?? 0 }),
    steps: records.reverse().map((record) => ({
      n: record.n,
      command: record.name,
      enteredAt: record.occurred_at,
      state: stateNow(record, deps),
      decidedAt: record.decided_at,
      code: record.code,
      details: detailsOf(record),
      inDoubt: stateNow(record, deps) === 'waiting' && record.n <= leftN,
    })),
  };
}

/** Of the change that the centre learned of last: its two times belong together. */
function enteredElsewhere(db: Readable, id: string, row: object | undefined): number | null {
  const sql = `SELECT occurredAt FROM history WHERE objectId = ? AND receivedAt IS NOT NULL
    ORDER BY receivedAt DESC LIMIT 1`;
  // Creation writes no line of its own: the record says when it was made.
  const created = row && 'createdAt' in row && typeof row.createdAt === 'number' ? row.createdAt : null;
  return (prepared(db, sql).pluck().get(id) ?? created) as number | null;
}

const hasFiles = (db: Readable, id: string): boolean =>
  prepared(db, 'SELECT 1 FROM attachment WHERE documentId = ? AND archivedAt IS NULL LIMIT 1').get(id) !== undefined;
