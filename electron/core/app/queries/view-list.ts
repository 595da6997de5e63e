import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** The person's own saved views of a page in their order, then those that colleagues share; only such as they may see are here. */
export const viewList = (db: Readable, { page }: QueryArgs<'view.list'>, deps: QueryDeps): QueryResult<'view.list'> =>
  rowsOf(
    db,
    'saved_view',
    'WHERE page = ? AND (ownerId = ? OR audience IS NOT NULL) ORDER BY ownerId <> ?, position, id',
    ...[page, deps.userId, deps.userId],
  );
