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
/** Rows that tell whether an index is of this program at all: most databases have nothing to be marked, and reading all of them would fill the cache. */
const SAMPLE = 64;

/**
 * Marks rows that were indexed with other keys, so that draining writes them anew while they go on being found as before. False: there is
 * nothing (more) to mark. Goes on where the last start left off. Only the writer calls it.
 */
export function markOldRows(db: Writable): boolean {
  const done = readMeta(db, 'searchMarked');
  if (done?.version === SEARCH_VERSION && done.after === null) return false;
  const last = (prepared(db, 'SELECT max(rowid) FROM search_row').pluck().get() as number | null) ?? 0;
  const after = done?.version === SEARCH_VERSION ? done.after : isOfToday(db, last) ? null : 0;
  const next = after !== null && after + SLICE < last ? after + SLICE : null;
  db.transaction(() => {
    if (after !== null) prepared(db, markSlice).run(after, after + SLICE, `${SEARCH_VERSION}:*`);
    writeMeta(db, 'searchMarked', { version: SEARCH_VERSION, after: next });
  }).immediate();
  return next !== null;
}

const markSlice = `INSERT OR IGNORE INTO search_dirty(entity, id)
  SELECT entity, id FROM search_row WHERE rowid > ? AND rowid <= ? AND hash NOT GLOB ?`;

/** No progress has been noted yet, so either all rows are old, save a few written since this start, or none is. */
function isOfToday(db: Readable, last: number): boolean {
  const row = prepared(db, 'SELECT hash FROM search_row WHERE rowid >= ? ORDER BY rowid LIMIT 1').pluck();
  return Array.from({ length: SAMPLE }, (_, n) => row.get(Math.ceil((last * n) / SAMPLE)) as string | undefined).every(
    (hash) => hash === undefined || hash.startsWith(`${SEARCH_VERSION}:`),
  );
}
