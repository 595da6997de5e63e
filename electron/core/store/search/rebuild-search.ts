import type { Writable } from '#electron/core/store/handle.ts';
import type { WordKeys } from '#shared/lib/text/word-keys.ts';
import { indexDocument, type SearchRow } from './index-document.ts';

/** Rows a transaction: large enough for few segments, small enough for the log to stay modest. */
const ROWS_A_TRANSACTION = 5_000;

/** Empties the index; the list of dirty rows stays. */
export function clearSearch(db: Writable): void {
  db.transaction(() => {
    db.exec("INSERT INTO search_index(search_index) VALUES ('delete-all')");
    db.exec('DELETE FROM search_row');
  })();
}

/**
 * Builds the index anew from all rows, given in the order of their ids (old first: the newest are found first).
 * Merging waits until the end. Returns the number of rows.
 */
export function rebuildSearch(db: Writable, rows: Iterable<SearchRow>, keysOf: WordKeys): number {
  clearSearch(db);
  let count = 0;
  const addBatch = db.transaction((batch: SearchRow[]) => {
    for (const row of batch) indexDocument(db, row, keysOf);
  });
  let batch: SearchRow[] = [];
  for (const row of rows) {
    batch.push(row);
    count += 1;
    if (batch.length < ROWS_A_TRANSACTION) continue;
    addBatch(batch);
    batch = [];
  }
  addBatch(batch);
  db.exec("INSERT INTO search_index(search_index) VALUES ('optimize')");
  return count;
}
