import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { CONTENT, contentId } from './file-texts.ts';
import { indexDocument, removeFromIndex } from './index-document.ts';
import { MARK_DIRTY } from './schema.ts';
import type { SearchSource } from './search-source.ts';

/** Marks a changed row, in the transaction that changes it. */
export function markDirty(db: Writable, entity: string, id: string): void {
  prepared(db, MARK_DIRTY).run(entity, id);
}

/** Rows taken from the list at once; a slice ends between two rows. */
const BATCH = 64;
/** The share of a slice for rows; merging and the commit take the rest. */
const ROWS_SHARE = 0.6;
/** Pages merged a slice: about 2 ms, and enough that segments never pile up (measured over 50,000 rows). */
const MERGE = "INSERT INTO search_index(search_index, rank) VALUES ('merge', 32)";

interface DirtyRow {
  entity: string;
  id: string;
}

/** Brings one dirty row into the index, or out of it. */
function drainRow(db: Writable, row: DirtyRow, source: SearchSource): void {
  const loaded = source.loadText(row.entity, row.id);
  if (loaded === undefined) removeFromIndex(db, row.entity, row.id);
  else if (indexDocument(db, { ...row, ...loaded }, source.keysOf) === 'lent')
    for (const one of source.borrowersOf?.(row.entity, row.id) ?? []) markDirty(db, one.entity, one.id);
  prepared(db, 'DELETE FROM search_dirty WHERE id = ? AND entity = ?').run(row.id, row.entity);
  if (source.partsOf && row.entity !== CONTENT) markParts(db, row.id, source.partsOf(row.entity, row.id));
}

/** Parts of a row's file that are not in the index and should be, or the other way round. */
function markParts(db: Writable, id: string, parts: number): void {
  const select = 'SELECT id FROM search_row WHERE id >= ? AND id < ? AND entity = ?';
  const known = new Set(prepared(db, select).pluck().all(`${id}#`, `${id}$`, CONTENT) as string[]);
  for (let part = 0; part < parts; part += 1)
    if (!known.delete(contentId(id, part))) markDirty(db, CONTENT, contentId(id, part));
  for (const gone of known) markDirty(db, CONTENT, gone);
}

/**
 * Indexes dirty rows for about `budgetMs` (at least one row) in one transaction, oldest id first so that rowids follow
 * the ids. `left`: call again after other work. Only the writer calls it.
 */
export function drainSearch(db: Writable, source: SearchSource, budgetMs = 8): { drained: number; left: boolean } {
  const until = performance.now() + budgetMs * ROWS_SHARE;
  const select = prepared(db, 'SELECT entity, id FROM search_dirty ORDER BY id LIMIT ?');
  let drained = 0;
  let left = false;
  const fill = (): void => {
    for (;;) {
      const rows = select.all(BATCH) as DirtyRow[];
      for (const row of rows) {
        if (drained > 0 && performance.now() >= until) {
          left = true;
          return;
        }
        drainRow(db, row, source);
        drained += 1;
      }
      // A row of a file has added its parts to the list.
      if (rows.length === 0) return;
    }
  };
  const slice = db.transaction(() => {
    fill();
    db.exec(MERGE);
  });
  // An idle call must not open a write transaction: the writer asks often.
  if (select.get(1) !== undefined) slice.immediate();
  return { drained, left };
}
