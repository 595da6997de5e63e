import type { QueryResult } from '#shared/queries/registry.ts';

/** Everything administrators of the portal keep, as `service.setup` answers it. */
export type PortalSetup = QueryResult<'service.setup'>;
