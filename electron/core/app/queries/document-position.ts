import { documentView } from '#electron/core/app/queries/document-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** Where a document stands in a view; -1 when it is not in it. */
export function documentPosition(
  db: Readable,
  args: QueryArgs<'document.position'>,
  deps: QueryDeps,
): QueryResult<'document.position'> {
  const rid = prepared(db, 'SELECT rid FROM document WHERE id = ?').pluck().get(args.id) as number | undefined;
  return { index: rid === undefined ? -1 : documentView(db, deps, args).rids.indexOf(rid) };
}
