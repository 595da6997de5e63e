import type { QueryResult } from '#shared/queries/registry.ts';

export const approvalView = (): QueryResult<'approval.view'> => null;
