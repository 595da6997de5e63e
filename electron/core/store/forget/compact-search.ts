import type { Writable } from '#electron/core/store/handle.ts';

/** Pages merged in one step: a save waits for one step at most. */
const pages = 200;

/**
 * The index keeps the words of rows that were taken out of it until their segments are merged. Does a part of that, in a few milliseconds; `begin`
 * makes it take all segments together. Returns whether there is more to do.
 */
export function compactSearch(db: Writable, begin: boolean): boolean {
  const changes = db.prepare('SELECT total_changes()').pluck();
  const before = changes.get() as number;
  db.prepare(`INSERT INTO search_index(search_index, rank) VALUES ('merge', ?)`).run(begin ? -pages : pages);
  // SQLite's own sign that a merge has had nothing to do: fewer than two changes (fts5, 4.10).
  return (changes.get() as number) - before >= 2;
}
