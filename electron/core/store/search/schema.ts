/** Goes up when tokens, keys or the dictionary change: rows written under another version are indexed anew. */
export const SEARCH_VERSION = 2;

/**
 * Tables of the full-text search. The index keeps no text (it is in the rows already): `exact` holds every token in
 * order, `forms` the keys of word forms. A rowid is never used twice: readers remember the age of each.
 * FTS5 would merge its segments inside whatever commit is at hand, for up to 70 ms: draining merges in bounded steps.
 * `search_dirty` is written by the commit, (id, entity) so that the newest rows come first without another index.
 */
export const searchSchema = `
CREATE VIRTUAL TABLE search_index USING fts5(exact, forms, content='', contentless_delete=1, tokenize='ascii');
CREATE TABLE search_row(
  rowid INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  owner TEXT,
  hash TEXT NOT NULL,
  UNIQUE(id, entity)
) STRICT;
CREATE TABLE search_dirty(
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY(id, entity)
) STRICT, WITHOUT ROWID;
INSERT INTO search_index(search_index, rank) VALUES ('automerge', 0);
INSERT INTO search_index(search_index, rank) VALUES ('crisismerge', 200);
`;

/** The statement with which a commit marks a changed row: parameters entity, id. */
export const MARK_DIRTY = 'INSERT OR IGNORE INTO search_dirty(entity, id) VALUES (?, ?)';
