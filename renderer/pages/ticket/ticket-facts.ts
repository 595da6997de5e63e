import type { QueryResult } from '#shared/queries/registry.ts';

/** Everything that the core tells about one ticket. */
export type TicketFacts = NonNullable<QueryResult<'ticket.card'>>;
export type TalkLine = TicketFacts['talk'][number];
export type EventLine = Extract<TalkLine, { type: 'event' }>;
