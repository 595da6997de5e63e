import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Postgres, startPostgres } from '#server/embedded/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address that starts the run's PostgreSQL when first asked and answers its connection string. */
    postgresBroker: string;
  }
}

/** One cluster for the whole run, started by the first test that asks: a run without database tests never waits for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let folder: string | undefined;
  let cluster: Promise<Postgres> | undefined;
  const start = async (): Promise<Postgres> => {
    folder = await mkdtemp(join(tmpdir(), 'opora-test-postgres-'));
    await chmod(folder, 0o755);
    return startPostgres({ dataDir: folder, durable: false });
  };
  const broker = createServer((_request, response) => {
    cluster ??= start();
    cluster.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
  project.provide('postgresBroker', `http://127.0.0.1:${(broker.address() as AddressInfo).port}/`);
  return async () => {
    broker.close();
    await cluster?.then(
      ({ stop }) => stop(),
      () => undefined,
    );
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}
