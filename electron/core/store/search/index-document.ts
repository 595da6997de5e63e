import { hash } from 'node:crypto';
import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { indexText } from '#shared/lib/text/index-text.ts';
import type { WordKeys } from '#shared/lib/text/word-keys.ts';
import { SEARCH_VERSION } from './schema.ts';
import type { SearchText } from './search-source.ts';

/** One row to be indexed. */
export interface SearchRow extends SearchText {
  entity: string;
  id: string;
  /** What tells an unchanged text; by default a digest of text and owner. */
  contentHash?: string;
}

/** Token that marks a row's entity; no word of a user can equal it, since tokens never mix digits and letters. */
export function entityToken(entity: string): string {
  return `0${entity.toLowerCase().replace(/[^a-z]/g, '')}`;
}

const digestOf = (text: string): string => hash('md5', text, 'base64').slice(0, 16);

function contentHash(row: SearchRow): string {
  const content = row.contentHash ?? digestOf(`${row.owner ?? ''}\n${row.text}`);
  return `${SEARCH_VERSION}:${content}${row.lends === undefined ? '' : `>${digestOf(row.lends)}`}`;
}

function writeIndex(db: Writable, rowid: number, row: SearchRow, keysOf: WordKeys): void {
  const { exact, forms } = indexText(row.text, keysOf);
  prepared(db, 'INSERT INTO search_index(rowid, exact, forms) VALUES (?, ?, ?)').run(
    rowid,
    exact,
    `${entityToken(row.entity)} ${forms}`,
  );
}

/**
 * Indexes a row, or leaves the index alone when its content is the one already there; `lent`: also what others are found by has changed.
 * Call inside a transaction.
 */
export function indexDocument(db: Writable, row: SearchRow, keysOf: WordKeys): 'indexed' | 'lent' | 'unchanged' {
  const digest = contentHash(row);
  const known = prepared(db, 'SELECT rowid, hash FROM search_row WHERE id = ? AND entity = ?').get(
    row.id,
    row.entity,
  ) as { rowid: number; hash: string } | undefined;
  if (known?.hash === digest) return 'unchanged';
  if (known === undefined) {
    const added = prepared(db, 'INSERT INTO search_row(entity, id, owner, hash) VALUES (?, ?, ?, ?)').run(
      row.entity,
      row.id,
      row.owner ?? null,
      digest,
    );
    writeIndex(db, Number(added.lastInsertRowid), row, keysOf);
    return 'indexed';
  }
  prepared(db, 'DELETE FROM search_index WHERE rowid = ?').run(known.rowid);
  prepared(db, 'UPDATE search_row SET owner = ?, hash = ? WHERE rowid = ?').run(row.owner ?? null, digest, known.rowid);
  writeIndex(db, known.rowid, row, keysOf);
  return lentOf(known.hash) === lentOf(digest) ? 'indexed' : 'lent';
}

const lentOf = (digest: string): string | undefined => digest.split('>')[1];

/** Takes a row out of the index; nothing happens when it is not there. Call inside a transaction. */
export function removeFromIndex(db: Writable, entity: string, id: string): void {
  const known = prepared(db, 'SELECT rowid FROM search_row WHERE id = ? AND entity = ?').get(id, entity) as
    | { rowid: number }
    | undefined;
  if (known === undefined) return;
  prepared(db, 'DELETE FROM search_index WHERE rowid = ?').run(known.rowid);
  prepared(db, 'DELETE FROM search_row WHERE rowid = ?').run(known.rowid);
}
