import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Limits } from '#server/plugins/limits.ts';
import type { Metrics } from '#server/plugins/metrics.ts';
import type { AccessTokens, Identity } from '#server/plugins/tokens.ts';
import type { Lanes } from '#server/sync/lane.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import type { Wakes } from '#server/sync/wakes.ts';

/** What every route works with; made once by buildApp. */
export interface ServerContext {
  pool: Pool;
  store: ServerStore;
  lanes: Lanes;
  wakes: Wakes;
  tokens: AccessTokens;
  metrics: Metrics;
  limits: Limits;
  /** Folder for files; see store/file-vault.ts. */
  dataDir: string;
  demo: boolean;
  version: string;
  now(): number;
  /** Who sends the request. Throws Refusal: UNAUTHENTICATED, or LIMIT when the person asks too often. */
  identify(request: FastifyRequest): Identity;
  /** true once the server has begun to stop: new work is refused. */
  stopping(): boolean;
}
