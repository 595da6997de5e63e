import type { QueryResult } from '#shared/queries/registry.ts';

export const contractCard = (): QueryResult<'contract.card'> => null;
