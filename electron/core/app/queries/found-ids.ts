import { borrowersOf, partsOf, searchText } from '#electron/core/jobs/search-text.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { CONTENT } from '#electron/core/store/search/file-texts.ts';
import { type SearchHit, search } from '#electron/core/store/search/search.ts';
import type { SearchSource } from '#electron/core/store/search/search-source.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { highestRid } from '#electron/core/store/views/ordered-column.ts';

/** A comment or a file leads to the record it belongs to, so a register holds what they find as well. */
const speakingFor = {
  document: ['document', 'comment', 'attachment', CONTENT],
  counterparty: ['counterparty', 'comment'],
} as const;

const everything = 1_000_000;

export const searchSource = (db: Readable): SearchSource => ({
  loadText: (entity, id) => searchText(db, entity, id),
  partsOf: (entity, id) => partsOf(db, entity, id),
  borrowersOf: (entity, id) => borrowersOf(db, entity, id),
  // The dictionary is read with the first word: an index that has nothing to take in needs none of its megabytes.
  keysOf: (token) => wordKeysHere()(token),
});

/** Marks, by rid, the records of a register that the words of a person find. */
export function foundRids(db: Readable, entity: keyof typeof speakingFor, text: string): Uint8Array {
  const { hits } = search(db, text, searchSource(db), { limit: everything, entities: speakingFor[entity] });
  return ridsOf(db, entity, [...new Set(hits.map((hit) => recordOf(hit)))]);
}

/** Marks, by rid, the records with these ids. */
export function ridsOf(db: Readable, entity: keyof typeof speakingFor, ids: readonly string[]): Uint8Array {
  const found = new Uint8Array(highestRid(db, entity) + 1);
  const sql = `SELECT rid FROM "${entity}" WHERE id IN (SELECT value FROM json_each(?))`;
  for (const rid of prepared(db, sql).pluck().all(JSON.stringify(ids)) as number[]) found[rid] = 1;
  return found;
}

/** Goes up as the index catches up with the rows: what was found before it has is old, though no row has changed. */
export const indexedSoFar = (db: Readable): number =>
  (prepared(db, 'SELECT max(rowid) FROM search_row').pluck().get() as number | null) ?? 0;

/** The record a hit leads to. */
export const recordOf = (hit: SearchHit): string => hit.owner ?? hit.id;
