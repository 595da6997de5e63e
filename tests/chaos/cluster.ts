import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Postgres, startPostgres } from '#server/embedded/postgres.ts';

const run = promisify(execFile);

/** A durable PostgreSQL of its own that can die, and whose files can be put back to an earlier state. */
export interface Cluster {
  url: string;
  /** Ends the postmaster by kill -9; its backends follow. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Keeps the files of the stopped cluster; the copy before is forgotten. */
  keep(): Promise<void>;
  /** Puts the kept files in the place of the stopped cluster. */
  putBack(): Promise<void>;
}

export async function openCluster(dataDir: string): Promise<Cluster> {
  let postgres: Postgres = await startPostgres({ dataDir, database: 'opora' });
  const { url, port } = postgres;
  const { folder } = JSON.parse(await readFile(join(dataDir, 'cluster.json'), 'utf8')) as { folder: string };
  const copy = `${folder}.kept`;
  return {
    url,
    async crash() {
      const pid = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGKILL');
    },
    async start() {
      // Until the last backend of a crashed postmaster has gone, the memory they share keeps a new one from starting.
      for (let attempt = 1; ; attempt += 1) {
        try {
          postgres = await startPostgres({ dataDir, port, database: 'opora' });
          return;
        } catch (error) {
          if (attempt === 100) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    },
    stop: () => postgres.stop(),
    async keep() {
      await rm(copy, { recursive: true, force: true });
      await run('cp', ['-a', folder, copy]);
    },
    async putBack() {
      await rm(folder, { recursive: true, force: true });
      await run('cp', ['-a', copy, folder]);
    },
  };
}
