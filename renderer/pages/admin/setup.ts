import type { QueryResult } from '#shared/queries/registry.ts';

/** Everything administrators keep, as `company.setup` answers it. */
export type Setup = QueryResult<'company.setup'>;
