import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { matchesText } from '#shared/lib/text/matching.ts';
import { parseQuery, type QueryTerm } from '#shared/lib/text/query.ts';
import { exactExpression, matchExpression } from './match-expression.ts';
import type { SearchSource } from './search-source.ts';

/** A row found; `owner`: the row it leads to, where that is another one. */
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
  /** Newest id first; up to RANKED_BELOW hits the better ones come before the newer ones. */
  hits: SearchHit[];
  ranked: boolean;
  /** There are more than were returned. */
  more: boolean;
}

/** Ranking reads every hit, so it stops paying where hits are many (quality.md, architecture.md «Search»). */
export const RANKED_BELOW = 2_000;
/** Dirty rows read at each search; those behind them show up as the writer drains the list. */
export const DIRTY_SCANNED = 500;

interface Candidate {
  entity: string;
  id: string;
  owner: string | null;
}

const byNewest = (a: Candidate, b: Candidate): number => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
const key = (row: { entity: string; id: string }): string => `${row.id} ${row.entity}`;
