import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { matchesText } from '#shared/lib/text/matching.ts';
import { parseQuery, type QueryTerm, wantedTerms } from '#shared/lib/text/query.ts';
import { CONTENT } from './file-texts.ts';
import { matchExpression } from './match-expression.ts';
import { rowAges } from './row-ages.ts';
import type { SearchSource } from './search-source.ts';

/** A row found; `owner`: the row it leads to, where that is another one (a comment's document). */
export interface SearchHit {
  entity: string;
  id: string;
  owner?: string;
}

export interface SearchOptions {
  /** Most hits returned; 50 by default. */
  limit?: number;
  /** Only rows of these entities. */
  entities?: readonly string[];
  /** The last word may still be growing (default true). */
  whileTyping?: boolean;
}

export interface SearchResult {
  /** Newest id first; where few match, clearly better ones come before newer ones. */
  hits: SearchHit[];
  /** Number of all rows that match. */
  total: number;
  ranked: boolean;
}

/** Ranking reads every hit, so it stops where hits are many (architecture.md, «Search»). */
export const RANKED_BELOW = 2_000;
/** Dirty rows read at each search, newest first; the others appear as the writer drains the list. */
export const DIRTY_SCANNED = 300;
/** Scores within such a share of the best one count as equal, so that the newest of them comes first. */
const SCORE_STEP = 0.25;

interface Found extends SearchHit {
  /** 0 is the best; every row has 0 when there was no ranking. */
  tier: number;
}

interface Dirty {
  matching: Found[];
  /** Index rows whose content is out of date: the fresh text has been asked instead. */
  stale: Set<number>;
}

/** Rows that the index has not caught up with: those whose fresh text holds the terms, and what the index still says of them. */
export function scanDirty(
  db: Readable,
  terms: readonly QueryTerm[],
  source: SearchSource,
  entities: readonly string[] | undefined,
): Dirty {
  // The words of a file are many and never change: they are found once they are indexed.
  const rows = prepared(db, 'SELECT entity, id FROM search_dirty WHERE entity <> ? ORDER BY id DESC LIMIT ?').all(
    CONTENT,
    DIRTY_SCANNED,
  ) as {
    entity: string;
    id: string;
  }[];
  const indexed = prepared(db, 'SELECT rowid FROM search_row WHERE id = ? AND entity = ?');
  const dirty: Dirty = { matching: [], stale: new Set() };
  for (const { entity, id } of rows) {
    const known = indexed.get(id, entity) as { rowid: number } | undefined;
    if (known !== undefined) dirty.stale.add(known.rowid);
    if (entities !== undefined && !entities.includes(entity)) continue;
    const loaded = source.loadText(entity, id);
    if (loaded === undefined || !matchesText(loaded.text, terms, source.keysOf)) continue;
    dirty.matching.push({ entity, id, tier: 0, ...(loaded.owner === undefined ? {} : { owner: loaded.owner }) });
  }
  return dirty;
}

/** Tier of each hit by bm25; a word in the very form of the query weighs more than another form. */
function tiers(db: Readable, expression: string): Map<number, number> {
  const scored = prepared(db, 'SELECT rowid, bm25(search_index, 2.0, 1.0) FROM search_index WHERE search_index MATCH ?')
    .raw()
    .all(expression) as [number, number][];
  // bm25 of FTS5 is negative, the best match the lowest.
  const best = scored.reduce((lowest, [, score]) => Math.min(lowest, score), -Number.MIN_VALUE);
  return new Map(scored.map(([rowid, score]) => [rowid, Math.floor((1 - score / best) / SCORE_STEP)]));
}

function loadHits(db: Readable, rowids: number[], tierOf: Map<number, number> | undefined): Found[] {
  const select = prepared(db, 'SELECT entity, id, owner FROM search_row WHERE rowid = ?');
  return rowids.flatMap((rowid) => {
    const row = select.get(rowid) as { entity: string; id: string; owner: string | null } | undefined;
    if (row === undefined) return [];
    const { owner, ...rest } = row;
    return [{ ...rest, tier: tierOf?.get(rowid) ?? 0, ...(owner === null ? {} : { owner }) }];
  });
}

function bestFirst(a: Found, b: Found): number {
  return a.tier - b.tier || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function find(db: Readable, terms: QueryTerm[], source: SearchSource, options: SearchOptions): SearchResult {
  const limit = options.limit ?? 50;
  const expression = matchExpression(terms, source.keysOf, options.entities);
  const dirty = scanDirty(db, terms, source, options.entities);
  const matched = prepared(db, 'SELECT rowid FROM search_index WHERE search_index MATCH ?')
    .pluck()
    .all(expression) as number[];
  const rowids = dirty.stale.size === 0 ? matched : matched.filter((rowid) => !dirty.stale.has(rowid));
  const ranked = rowids.length < RANKED_BELOW;
  const ages = rowAges(db);
  const tierOf = ranked ? tiers(db, expression) : undefined;
  const top =
    tierOf === undefined
      ? ages.newest(rowids, limit)
      : rowids
          .sort((a, b) => (tierOf.get(a) ?? 0) - (tierOf.get(b) ?? 0) || ages.time(b) - ages.time(a))
          .slice(0, limit);
  const found = [...dirty.matching, ...loadHits(db, top, tierOf)].sort(bestFirst).slice(0, limit);
  return {
    hits: found.map(({ tier: _, ...hit }) => hit),
    total: rowids.length + dirty.matching.length,
    ranked,
  };
}

/**
 * Finds rows by what a user typed, in one consistent view: the index, corrected by the rows it has not caught up with.
 * Any text is safe; one without a word or a number finds nothing.
 */
export function search(db: Readable, query: string, source: SearchSource, options: SearchOptions = {}): SearchResult {
  const terms = parseQuery(query, options.whileTyping ?? true);
  const nothing = wantedTerms(terms).length === 0 || options.entities?.length === 0;
  if (nothing) return { hits: [], total: 0, ranked: false };
  return db.transaction(() => find(db, terms, source, options))();
}
