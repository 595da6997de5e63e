import type { QueryResult } from '#shared/queries/registry.ts';

export const agenda = (): QueryResult<'agenda'> => [];
