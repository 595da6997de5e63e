import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Config } from '#server/config.ts';
import { runningUrl, startPostgres } from '#server/embedded/postgres.ts';
import { createPool } from '#server/store/pool.ts';

/**
 * Runs work on the server's database. The embedded one is started for it, or asked beside the server that runs; `alone` refuses the
 * latter: what is brought back must not change under a running server.
 */
export async function withDatabase<T>(
  config: Config,
  how: 'as it is' | 'alone',
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const { url, stop } = config.databaseUrl
    ? { url: config.databaseUrl, stop: async () => undefined }
    : await embedded(config, how);
  const pool = createPool(url, { max: 2 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await stop();
  }
}

async function embedded(config: Config, how: 'as it is' | 'alone'): Promise<{ url: string; stop(): Promise<unknown> }> {
  const dataDir = join(config.dataDir, 'postgres');
  try {
    return await startPostgres({ dataDir, database: 'opora' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'CLUSTER_IN_USE') throw error;
    if (how === 'alone') throw new Error('the server is running: stop it first', { cause: error });
    return { url: await runningUrl(dataDir, 'opora'), stop: async () => undefined };
  }
}
