import type { QueryResult } from '#shared/queries/registry.ts';

/** What the card of a contract shows beside the document itself. */
export type ContractFacts = NonNullable<QueryResult<'contract.card'>>;
