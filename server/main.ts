import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildApp } from '#server/app.ts';
import { type Config, readConfig } from '#server/config.ts';
import { startPostgres } from '#server/embedded/postgres.ts';
import { isOperation, operate } from '#server/ops/commands.ts';
import { tokenSecret } from '#server/secret.ts';
import { stopInOrder } from '#server/stop-in-order.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';

// The central server as a process: `npm run server`. Standard output carries one line, `listening http://…`; the log goes elsewhere.
const config = configuration();
const logger = pino(
  { level: config.logLevel, redact: ['req.headers.authorization', 'password', 'refresh', 'access', 'token'] },
  pino.destination({ dest: config.logFile ?? 2, mkdir: true, sync: true }),
);
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string;
};

const words = process.argv.slice(2);
if (isOperation(words)) process.exit(await operate(words, config, version));

type Undo = () => Promise<unknown>;
/** What has been started, to be stopped in the opposite order. */
const started: Undo[] = [];
let stopping: Promise<void> | undefined;
/** Lanes and sockets of a healthy process need two seconds; milliseconds for each thing that was started. */
const stopWithin = 10_000;

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));

function stop(reason: string, code = 0): Promise<void> {
  stopping ??= (async () => {
    logger.info({ reason }, 'stopping');
    await stopInOrder(started.reverse(), stopWithin, (error) =>
      logger.error({ err: error }, 'could not stop in order'),
    );
    logger.info('stopped');
    process.exit(code);
  })();
  return stopping;
}

try {
  const database = config.databaseUrl ? { url: config.databaseUrl } : await embedded();
  const pool = createPool(database.url, { onError: (error) => logger.warn({ err: error }, 'idle connection lost') });
  started.push(() => pool.end());
  const applied = await migrate(pool);
  if (applied.length > 0) logger.info({ applied }, 'schema brought up to date');
  const secret = config.tokenKey ?? (await tokenSecret(config.dataDir));
  const { dataDir, demo, host, port, clockEvery, neighbours, offlineDays, processes } = config;
  const auditHeads = { path: config.auditHeads ?? join(dataDir, 'audit-heads.jsonl'), every: 60 * 60_000 };
  const app = buildApp({
    pool,
    dataDir,
    secret,
    version,
    demo,
    logger,
    clockEvery,
    neighbours,
    auditHeads,
    offlineDays,
    processes,
  });
  started.push(() => app.close());
  if (!stopping) console.log(`listening ${await app.listen({ host, port })}`);
} catch (error) {
  logger.fatal({ err: error }, 'the server could not start');
  console.error(`The server could not start: ${error instanceof Error ? error.message : String(error)}`);
  await stop('failed start', 1);
}

async function embedded(): Promise<{ url: string }> {
  const log = (line: string): void => logger.debug({ postgres: line });
  const postgres = await startPostgres({ dataDir: join(config.dataDir, 'postgres'), database: 'opora', log });
  started.push(() => postgres.stop());
  return postgres;
}

function configuration(): Config {
  try {
    return readConfig(process.env, process.argv.slice(2));
  } catch (error) {
    console.error(`The server could not start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
