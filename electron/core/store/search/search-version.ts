import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { SEARCH_VERSION } from './schema.ts';

/** Whether every indexed row was written with today's tokens, keys and dictionary; if not, rebuild the index. */
export function isSearchCurrent(db: Readable): boolean {
  const old = prepared(db, `SELECT 1 FROM search_row WHERE hash NOT GLOB ? LIMIT 1`);
  return old.get(`${SEARCH_VERSION}:*`) === undefined;
}

/** Rowids looked at in one slice: some milliseconds. */
const SLICE = 2_000;

/**
 * Marks rows that were indexed with other keys, so that draining writes them anew while they go on being found as before. Answers where to go
 * on; null: all are marked, and the next start has nothing to look for. Only the writer calls it.
 */
export function markOldRows(db: Writable, after: number): number | null {
  if (readMeta(db, 'searchVersion') === SEARCH_VERSION) return null;
  const mark = prepared(
    db,
    `INSERT OR IGNORE INTO search_dirty(entity, id)
     SELECT entity, id FROM search_row WHERE rowid > ? AND rowid <= ? AND hash NOT GLOB ?`,
  );
  const last = prepared(db, 'SELECT max(rowid) FROM search_row').pluck().get() as number | null;
  return db
    .transaction(() => {
      mark.run(after, after + SLICE, `${SEARCH_VERSION}:*`);
      if (after + SLICE < (last ?? 0)) return after + SLICE;
      writeMeta(db, 'searchVersion', SEARCH_VERSION);
      return null;
    })
    .immediate();
}
