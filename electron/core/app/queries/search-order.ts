import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Found } from '#electron/core/app/queries/search-found.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Target } from '#electron/core/store/search/row-targets.ts';
import { arrange } from '#electron/core/store/views/arrange.ts';
import { dateOf } from '#shared/lib/dates/dates.ts';

const day = 86_400_000;

/** Found records, the newest day first: a document by its date, a counterparty by the day it was entered; of one day the one entered last. */
export function newestFirst(db: Readable, deps: QueryDeps, found: Found): Int32Array {
  const documents = datedDocuments(db, deps, found.documents);
  const parties = datedParties(db, found.counterparties);
  const ordered = new Int32Array(documents.rids.length + parties.length);
  let [at, party] = [0, 0];
  for (const rid of documents.rids) {
    for (let next = parties[party]; next && next.date > documents.dateOf(rid); next = parties[party]) {
      ordered[at++] = -next.rid;
      party += 1;
    }
    ordered[at++] = rid;
  }
  for (const { rid } of parties.slice(party)) ordered[at++] = -rid;
  return ordered;
}

function datedDocuments(
  db: Readable,
  deps: QueryDeps,
  marks: Uint8Array,
): { rids: Uint32Array; dateOf: (rid: number) => string } {
  const { codes, values, distinct } = columnsOfDocuments(db).valued(deps, 'date');
  const rids = new Uint32Array(marks.length);
  let count = 0;
  // From the highest rid down: equals stay in this order.
  for (let rid = Math.min(marks.length, codes.length) - 1; rid > 0; rid -= 1) {
    if (marks[rid] === 0 || codes[rid] === 0) continue;
    rids[count] = rid;
    count += 1;
  }
  const ordered = arrange(rids.subarray(0, count), (rid) => codes[rid] as number, distinct, 'desc');
  return { rids: ordered, dateOf: (rid) => values[codes[rid] ?? 0] as string };
}

function datedParties(db: Readable, marks: Uint8Array): { rid: number; date: string }[] {
  const rids: Target[] = [];
  for (let rid = 1; rid < marks.length; rid += 1) if (marks[rid] !== 0) rids.push(rid);
  if (rids.length === 0) return [];
  const sql = `SELECT rid, createdAt FROM counterparty WHERE rid IN (SELECT value FROM json_each(?))
    ORDER BY createdAt DESC, rid DESC`;
  const read = prepared(db, sql).raw().all(JSON.stringify(rids)) as [number, number][];
  return read.map(([rid, createdAt]) => ({ rid, date: dateOf(Math.floor(createdAt / day)) }));
}
