import { randomBytes } from 'node:crypto';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Pool } from 'pg';
import { Clock } from '#server/jobs/clock.ts';
import { startCompaction } from '#server/jobs/compaction.ts';
import { escalateOverdue } from '#server/jobs/escalation.ts';
import { beginSubstitutions, endSubstitutions } from '#server/jobs/substitution.ts';
import { checkTickets, recurTickets } from '#server/jobs/tickets.ts';
import { HeadNotes } from '#server/ops/audit-heads.ts';
import { createGate } from '#server/plugins/auth.ts';
import type { ServerContext } from '#server/plugins/context.ts';
import { answerErrors } from '#server/plugins/errors.ts';
import { defaultLimits, type Limits, shareOf } from '#server/plugins/limits.ts';
import { Metrics } from '#server/plugins/metrics.ts';
import { createAccessTokens } from '#server/plugins/tokens.ts';
import { accountRoutes } from '#server/routes/accounts.ts';
import { auditRoutes } from '#server/routes/audit.ts';
import { demoRoutes } from '#server/routes/demo.ts';
import { downloadRoutes } from '#server/routes/download.ts';
import { healthRoutes } from '#server/routes/health.ts';
import { metricsRoutes } from '#server/routes/metrics.ts';
import { sessionRoutes } from '#server/routes/session.ts';
import { snapshotRoutes } from '#server/routes/snapshot.ts';
import { syncRoutes } from '#server/routes/sync.ts';
import { uploadRoutes } from '#server/routes/upload.ts';
import { compact } from '#server/store/compact.ts';
import { News } from '#server/store/news.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { Lanes } from '#server/sync/lane.ts';
import { Wakes } from '#server/sync/wakes.ts';

export interface AppDeps {
  /** Migrated database; the caller ends the pool after the app. */
  pool: Pool;
  /** Folder for files and unfinished uploads. */
  dataDir: string;
  /** Key of the access tokens, 32 bytes. */
  secret: Buffer;
  version: string;
  demo?: boolean;
  now?: () => number;
  limits?: Partial<Limits>;
  /** Server processes on this database, among which common limits are divided; one when absent. */
  processes?: number;
  logger?: FastifyBaseLogger;
  /** Milliseconds between looks at what is due; without it nothing happens by itself. */
  clockEvery?: number;
  /** The longest time a workstation may be away and still be told what has left; without it nothing is forgotten. */
  offlineDays?: number;
  /** How other server processes on the same database are heard of: on a line of PostgreSQL, and by looking every so many milliseconds. */
  neighbours?: { listen: boolean; pollEvery: number };
  /** File in which the heads of the audit log are noted, and milliseconds between two looks; without it nothing is noted. */
  auditHeads?: { path: string; every: number };
}

/** A lost notification costs a workstation so much at most, in milliseconds. */
const pollEvery = 2_000;

/**
 * The central server without a port: every route, lane and limit. `close()` stops taking work, lets the lanes finish what they hold,
 * and tells the workstations that it restarts.
 */
export function buildApp(deps: AppDeps): FastifyInstance {
  const limits = shareOf({ ...defaultLimits, ...deps.limits }, deps.processes ?? 1);
  const now = deps.now ?? Date.now;
  const options = {
    bodyLimit: limits.body,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    return503OnClosing: true,
  };
  const app = Fastify({ ...options, ...(deps.logger ? { loggerInstance: deps.logger } : { logger: false }) });
  const wakes = new Wakes();
  const news = tellNeighbours(app, wakes, deps);
  const store = createPostgresStore(deps.pool, (org, from, to) => news.committed(org, from, to));
  const lanes = new Lanes({ store, wakes, now, random: (bytes) => randomBytes(bytes) });
  const tokens = createAccessTokens(deps.secret);
  let stopping = false;
  const context: ServerContext = {
    pool: deps.pool,
    store,
    lanes,
    wakes,
    tokens,
    metrics: new Metrics(),
    limits,
    dataDir: deps.dataDir,
    demo: deps.demo ?? false,
    version: deps.version,
    now,
    identify: createGate(tokens, limits.requestsPerUser, now),
    stopping: () => stopping,
  };
  const clock = deps.clockEvery === undefined ? null : startClock(app, context, deps.clockEvery);
  if (deps.offlineDays !== undefined) forgetLeaves(app, context, deps.offlineDays);
  answerErrors(app);
  healthRoutes(app, context);
  metricsRoutes(app, context);
  sessionRoutes(app, context);
  demoRoutes(app, context);
  accountRoutes(app, context);
  auditRoutes(app, context);
  if (deps.auditHeads) noteHeads(app, context, deps.auditHeads);
  // The order of stopping is the order of these hooks: no new work, then what the lanes hold, then the sockets.
  app.addHook('preClose', async () => {
    stopping = true;
    await clock?.stop();
    await lanes.idle();
    await news.stop();
  });
  syncRoutes(app, context);
  snapshotRoutes(app, context);
  uploadRoutes(app, context);
  downloadRoutes(app, context);
  return app;
}

/** What other processes commit wakes the workstations of this one, and the other way round. */
function tellNeighbours(app: FastifyInstance, wakes: Wakes, deps: AppDeps): News {
  const news = new News({
    ...(deps.neighbours ?? { listen: true, pollEvery }),
    pool: deps.pool,
    organizations: () => wakes.organizations(),
    scopesOf: (org) => wakes.scopesOf(org),
    heard: (org, scopes, seq) => wakes.wakeFromElsewhere(org, scopes, seq),
    onTrouble: (error) => app.log.warn({ err: error }, 'news of other server processes'),
  });
  wakes.onListening((org, seen) => news.watch(org, seen));
  wakes.onOwn((org, scopes, seq) => news.announce(org, scopes, seq));
  app.addHook('onReady', async () => news.start());
  return news;
}

/** The heads of the audit log leave the database: at the start, every so often, and once more at the end. */
function noteHeads(
  app: FastifyInstance,
  { pool, now, metrics }: ServerContext,
  at: { path: string; every: number },
): void {
  const notes = new HeadNotes(pool, at.path);
  const count = metrics.counter('opora_audit_heads_noted_total', 'Heads of the audit log written to the file');
  let noting: Promise<void> = Promise.resolve();
  const note = (): Promise<void> => {
    const once = () =>
      notes.note(now()).then(count, (error: unknown) => app.log.error({ err: error }, 'heads of the audit log'));
    noting = noting.then(once);
    return noting;
  };
  const timer = setInterval(() => void note(), at.every);
  timer.unref();
  app.addHook('onReady', async () => void note());
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await note();
  });
}

/** Leaves are kept for as long as a workstation may be away, in days. */
function forgetLeaves(app: FastifyInstance, { pool, now, metrics }: ServerContext, days: number): void {
  const forgotten = metrics.counter('opora_forgotten_leaves_total', 'Leaves forgotten after the longest time offline');
  const stop = startCompaction({
    organizations: () => organizationsForJobs(pool),
    compact: (org, before) => compact(pool, org, before),
    now,
    keepFor: days * 24 * 60 * 60_000,
    onForgotten: (_org, leaves) => forgotten(leaves),
    onTrouble: (trouble, org) => app.log.warn({ err: trouble, org }, 'forgetting leaves'),
  });
  app.addHook('preClose', stop);
}

/** The centre's own jobs, from the moment when the server is ready. */
function startClock(app: FastifyInstance, { pool, store, lanes, now, metrics }: ServerContext, every: number): Clock {
  const clock = new Clock({
    organizations: () => organizationsForJobs(pool),
    store,
    lanes,
    now,
    every,
    jobs: [escalateOverdue, beginSubstitutions, endSubstitutions, checkTickets, recurTickets],
    onTick: metrics.counter('opora_clock_ticks_total', 'Looks at what is due'),
    onOrder: metrics.counter('opora_clock_orders_total', "Commands of the centre's own jobs"),
    onTrouble: (trouble, org) => app.log.warn({ err: trouble, org }, 'a job of the clock'),
  });
  app.addHook('onReady', async () => clock.start());
  return clock;
}
