import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { gather } from '#electron/core/app/queries/work/gather.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { isContract } from '#shared/domain/document.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';

/** What waits for the person here, what of it is late, and what of it is about contracts. */
export function workCounts(db: Readable, _args: QueryArgs<'work.counts'>, deps: QueryDeps): QueryResult<'work.counts'> {
  const { waiting } = gather(db, deps);
  return {
    total: waiting.length,
    overdue: waiting.filter((item) => item.group === 'overdue').length,
    contracts: waiting.filter((item) => item.documentKind !== null && isContract(item.documentKind)).length,
  };
}
