import type { QueryResult } from '#shared/queries/registry.ts';

const none = { all: 0, approvals: 0, acknowledgements: 0, dates: 0, mentions: 0, conflicts: 0, snoozed: 0 };
export const workList = (): QueryResult<'work.list'> => ({
  items: [],
  counts: none,
  substituting: [],
  substitutedBy: [],
  next: null,
});
