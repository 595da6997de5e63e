import type { QueryResult } from '#shared/queries/registry.ts';

export type PersonCard = NonNullable<QueryResult<'person.card'>>;
