import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { catalogLines } from '#electron/core/app/queries/service/catalog-lines.ts';
import { employeeHere, offeredTo } from '#electron/core/app/queries/service/published.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** What the person may ask for, what they ask for most often first, then in the company's order. */
export function serviceCatalog(
  db: Readable,
  _args: QueryArgs<'service.catalog'>,
  deps: QueryDeps,
): QueryResult<'service.catalog'> {
  const person = employeeHere(db, deps.userId);
  const { lines, balance } = catalogLines(db, deps, person ? offeredTo(db, deps, person) : []);
  return { services: lines.sort((left, right) => right.asked - left.asked), balance };
}
