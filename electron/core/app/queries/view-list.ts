import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** The person's own saved views of a page, in their order. */
export const viewList = (db: Readable, { page }: QueryArgs<'view.list'>, deps: QueryDeps): QueryResult<'view.list'> =>
  rowsOf(db, 'saved_view', 'WHERE ownerId = ? AND page = ? ORDER BY position, id', deps.userId, page);
