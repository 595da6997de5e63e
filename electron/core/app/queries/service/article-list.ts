import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { knownArticles } from '#electron/core/app/queries/service/articles.ts';
import { rank } from '#electron/core/app/queries/service/word-search.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Articles of the knowledge base: with words the best first, otherwise by title. `archived`: those put away instead. */
export function articleList(
  db: Readable,
  { text, serviceId, archived }: QueryArgs<'article.list'>,
  deps: QueryDeps,
): QueryResult<'article.list'> {
  const kept = knownArticles(db, deps).filter(
    ({ of }) =>
      (of.row.archivedAt !== null) === archived && (serviceId === null || of.row.serviceIds.includes(serviceId)),
  );
  const rows = text.trim() === '' ? byTitle(kept.map(({ of }) => of.row)) : rank(kept, text).map(({ of }) => of.row);
  const names = new Map(prepared(db, 'SELECT id, name FROM service').raw().all() as [string, string][]);
  const staff = staffOf(db, deps);
  return rows.map((row) => ({
    ...row,
    authorName: staff.nameOf(row.authorId),
    serviceNames: row.serviceIds.flatMap((id) => names.get(id) ?? []),
  }));
}

function byTitle<T extends { id: string; title: string }>(rows: readonly T[]): T[] {
  return rows
    .map((row) => ({ row, key: sortKey(row.title) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : left.row.id < right.row.id ? -1 : 1))
    .map(({ row }) => row);
}
