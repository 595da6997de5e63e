import type { QueryResult } from '#shared/queries/registry.ts';

export const workCounts = (): QueryResult<'work.counts'> => ({ total: 0, overdue: 0, contracts: 0 });
