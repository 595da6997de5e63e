import { askerOf } from '#electron/core/app/queries/condition-test.ts';
import { DocumentColumns } from '#electron/core/app/queries/document-columns.ts';
import { documentTests } from '#electron/core/app/queries/document-tests.ts';
import { indexedSoFar } from '#electron/core/app/queries/found-ids.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { RowTest } from '#electron/core/app/queries/row-test.ts';
import { sumOf } from '#electron/core/app/queries/sum.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { arrange } from '#electron/core/store/views/arrange.ts';
import { Recent } from '#electron/core/store/views/recent.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { isDaily } from '#shared/queries/condition.ts';
import { type DocumentFilter, type DocumentSort, isCustomColumn } from '#shared/queries/document.ts';

/** A register as one person has arranged it: rids of its rows in order. */
export interface DocumentView {
  rids: Uint32Array;
  /** Kopecks over all rows, roubles only. */
  sum: number;
}

interface Kept {
  columns: DocumentColumns;
  views: Recent<DocumentView>;
}

const keptFor = new WeakMap<Readable, Kept>();
const mostViews = 8;

function keptOf(db: Readable): Kept {
  let kept = keptFor.get(db);
  if (!kept) {
    kept = { columns: new DocumentColumns(db), views: new Recent(mostViews) };
    keptFor.set(db, kept);
  }
  return kept;
}

export const columnsOfDocuments = (db: Readable): DocumentColumns => keptOf(db).columns;

/** The ordered rids of a view: computed once per filter, sort and version of the rows it depends on. */
export function documentView(
  db: Readable,
  deps: QueryDeps,
  { filter, sort }: { filter: DocumentFilter; sort: DocumentSort },
): DocumentView {
  const { columns, views } = keptOf(db);
  return views.get(viewKey(db, deps, filter, sort), () => build(db, columns, deps, filter, sort));
}

/** Tells apart everything that an order of documents depends on. */
export function viewKey(db: Readable, deps: QueryDeps, filter: DocumentFilter, sort: DocumentSort): string {
  const needed: EntityName[] = ['document'];
  if (sort.column === 'counterparty') needed.push('counterparty');
  if (sort.column === 'responsible' || sort.column === 'author' || filter.where) needed.push('employee');
  if (sort.column === 'branch' || filter.where) needed.push('branch');
  if (isCustomColumn(sort.column)) needed.push('counterparty', 'employee');
  if (filter.text) needed.push('counterparty', 'comment', 'attachment');
  const indexed = filter.text ? indexedSoFar(db) : 0;
  const day = filter.where && isDaily(filter.where) ? askerOf(db, deps).today : '';
  return JSON.stringify([filter, sort, needed.map((entity) => deps.versions(entity)), indexed, day]);
}

function build(
  db: Readable,
  columns: DocumentColumns,
  deps: QueryDeps,
  filter: DocumentFilter,
  sort: DocumentSort,
): DocumentView {
  const found = passing(columns.all(deps), documentTests(db, columns, deps, filter));
  const amounts = columns.valued(deps, 'amount');
  const foreign = columns.foreign(deps);
  const sum = sumOf(found, (rid) => (foreign[rid] ? 0 : ((amounts.values[amounts.codes[rid] ?? 0] as number) ?? 0)));
  if (sort.column === 'date' && sort.direction === 'desc') return { rids: found, sum };
  const { rankOf, highest } = columns.ranking(deps, sort.column);
  return { rids: arrange(found, rankOf, highest, sort.direction), sum };
}

function passing(rids: Uint32Array, tests: readonly RowTest[]): Uint32Array {
  const found = new Uint32Array(rids.length);
  let count = 0;
  next: for (let at = 0; at < rids.length; at += 1) {
    const rid = rids[at] as number;
    for (const { codes, allowed } of tests) if (allowed[codes[rid] ?? 0] !== 1) continue next;
    found[count] = rid;
    count += 1;
  }
  return found.slice(0, count);
}
