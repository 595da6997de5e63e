import { recordOf, searchSource } from '#electron/core/app/queries/found-ids.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { fragmentOf, noteFragment } from '#electron/core/app/queries/search-fragment.ts';
import { searchPage } from '#electron/core/app/queries/search-page.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { type SearchHit as Found, search } from '#electron/core/store/search/search.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { matchedRanges } from '#shared/lib/text/matching.ts';
import { parseQuery } from '#shared/lib/text/query.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { FoundRow, Marks, SearchHit } from '#shared/queries/search.ts';

/** A record may be found by several of its comments and parts of its files: so many hits are looked at for each record wanted. */
const hitsPerRecord = 12;

/** Records whose fields or discussion hold the words; each once, with what surrounds the words where they are not in sight. */
export function searchAll(db: Readable, { text, limit }: QueryArgs<'search'>, deps: QueryDeps): QueryResult<'search'> {
  const indexing = prepared(db, 'SELECT count(*) FROM search_dirty').pluck().get() as number;
  const { hits: found, total } = search(db, text, searchSource(db), { limit: limit * hitsPerRecord });
  const byRecord = new Map<string, Found>();
  for (const hit of found) {
    const known = byRecord.get(recordOf(hit));
    // The record's own text tells more than one of its comments does.
    if (!known || (known.owner !== undefined && hit.owner === undefined)) byRecord.set(recordOf(hit), hit);
  }
  const documents = readDocuments(db, [...byRecord.keys()]);
  const counterparties = readCounterparties(db, [...byRecord.keys()]);
  const hits: SearchHit[] = [];
  const terms = parseQuery(text);
  const marks = (part: string | null): Marks => (part === null ? [] : matchedRanges(part, terms, wordKeysHere()));
  for (const [id, hit] of byRecord) {
    const document = documents.get(id);
    const record = document ?? counterparties.get(id);
    if (!record) continue;
    if (hits.length === limit) break;
    const { note, ...shown } = record;
    const fragment = hit.owner === undefined ? noteFragment(note, shown, text) : fragmentOf(db, hit, text);
    hits.push({ ...shown, titleMarks: marks(shown.title), numberMarks: marks(shown.number), fragment });
  }
  const more = hits.length < byRecord.size || total > found.length;
  const without = terms.some((term) => term.without);
  // Words of one record may stand in several of its texts, and one to be left out in any of them.
  if (!without && (more || (terms.length < 2 && hits.length > 0))) return { hits, more, indexing };
  const page = searchPage(db, { text, off: [], chosen: {}, start: 0, end: limit }, deps);
  if (without) return { hits: page.rows.map(hitOf), more: page.total > limit, indexing };
  const others = page.rows.filter((row) => !byRecord.has(row.id)).slice(0, limit - hits.length);
  return { hits: [...hits, ...others.map(hitOf)], more: page.total > limit, indexing };
}

/** A row of the page of search as the palette shows it. */
function hitOf({ entity, id, title, titleMarks, number, numberMarks, fragments, ...row }: FoundRow): SearchHit {
  const [fragment] = fragments;
  const { kind, date, amount, inn } = row;
  const record = { entity, id, title, titleMarks, number, numberMarks, kind, date, amount, inn };
  if (!fragment || fragment.from === 'field') return { ...record, fragment: null };
  const { from, text, marks, file } = fragment;
  if (from !== 'content') return { ...record, fragment: { from, text, marks } };
  const place = { attachmentId: file?.id ?? '', name: file?.name ?? '', find: file?.find ?? '' };
  const inside = { from, text, marks, ...place } as const;
  return { ...record, fragment: inside };
}

type Read = Omit<SearchHit, 'fragment' | 'titleMarks' | 'numberMarks'> & { note: string | null };

const readDocuments = (db: Readable, ids: string[]): Map<string, Read> =>
  read(
    db,
    `SELECT CASE kind WHEN 'application' THEN 'ticket' ELSE 'document' END AS entity, id, subject AS title, number, kind, date, amount, NULL AS inn, note
      FROM document WHERE id IN (SELECT value FROM json_each(?))`,
    ids,
  );

const readCounterparties = (db: Readable, ids: string[]): Map<string, Read> =>
  read(
    db,
    `SELECT 'counterparty' AS entity, id, name AS title, NULL AS number, kind, NULL AS date, NULL AS amount, inn, note
      FROM counterparty WHERE id IN (SELECT value FROM json_each(?))`,
    ids,
  );

function read(db: Readable, sql: string, ids: string[]): Map<string, Read> {
  const rows = prepared(db, sql).all(JSON.stringify(ids)) as Read[];
  return new Map(rows.map((row) => [row.id, row]));
}
