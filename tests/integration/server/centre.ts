import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { type AppDeps, buildApp } from '#server/app.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createCompany, password } from '#tests/integration/server/company.ts';
import { testDatabase } from '#tests/support/postgres.ts';

export interface SessionReply {
  access: string;
  accessUntil: number;
  refresh: string;
  org: string;
  user: { id: string; login: string; fullName: string };
}

/** A whole central server on real PostgreSQL and a real port, with the companies `one` and `two`. */
export interface Centre {
  url: string;
  pool: Pool;
  /** Connection string of its database. */
  database: string;
  dataDir: string;
  /** The server's clock; a test may move it. */
  clock: { now: number };
  get(path: string, access?: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  login(name: string): Promise<SessionReply>;
  /** Stops the server and starts it again on the same data. */
  restart(): Promise<void>;
  /** Another server process beside this one: the same database, folder and key, a pool and a port of its own. */
  neighbour(deps?: Partial<AppDeps>): Promise<Neighbour>;
  close(): Promise<void>;
}

export interface Neighbour {
  url: string;
  close(): Promise<void>;
}

export async function startCentre(options: Partial<AppDeps> & { documents?: number } = {}): Promise<Centre> {
  const { documents = 6, ...deps } = options;
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-centre-'));
  await chmod(dataDir, 0o755);
  const pool = createPool(database.url);
  await migrate(pool);
  for (const org of ['one', 'two']) await createCompany(pool, org, documents);
  const clock = { now: 1_800_000_000_000 };
  const common = { dataDir, secret: Buffer.alloc(32, 7), version: 'test', now: () => clock.now, ...deps };
  const build = () => buildApp({ pool, ...common });
  let app = build();

  const centre: Centre = {
    url: await app.listen({ host: '127.0.0.1', port: 0 }),
    pool,
    database: database.url,
    dataDir,
    clock,
    get: (path, access, headers = {}) =>
      fetch(centre.url + path, { headers: { ...headers, ...(access ? { authorization: `Bearer ${access}` } : {}) } }),
    post: (path, body) =>
      fetch(centre.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    async login(name) {
      const response = await centre.post('/session', { login: name, password, device: 'test' });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as SessionReply;
    },
    async restart() {
      await app.close();
      app = build();
      centre.url = await app.listen({ host: '127.0.0.1', port: 0 });
    },
    async neighbour(own = {}) {
      const beside = createPool(database.url);
      const other = buildApp({ pool: beside, ...common, ...own });
      const url = await other.listen({ host: '127.0.0.1', port: 0 });
      return { url, close: () => other.close().then(() => beside.end()) };
    },
    async close() {
      await app.close();
      await pool.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return centre;
}
