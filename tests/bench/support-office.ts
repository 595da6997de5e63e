import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { endChild, lineOf, startNode } from '#build/start/children.ts';
import { startPostgres } from '#server/embedded/postgres.ts';
import { type BenchCompany, benchCompany } from './support-company.ts';

const root = join(import.meta.dirname, '..', '..');

/** A centre in its own process on a durable PostgreSQL, with a copy of the company that ends with the measurement. */
export interface Office {
  url: string;
  databaseUrl: string;
  company: BenchCompany;
  serverPid: number;
  close(): Promise<void>;
}

export async function openOffice(documents: number, say: (line: string) => void): Promise<Office> {
  const company = await benchCompany(documents, say);
  const postgres = await startPostgres({ dataDir: company.cluster });
  const name = `bench_${randomBytes(4).toString('hex')}`;
  say('copying the company');
  await admin(postgres.url, `CREATE DATABASE ${name} TEMPLATE company STRATEGY FILE_COPY`);
  const databaseUrl = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).toString();
  // What copying has left to be written is nothing of what is measured.
  await admin(postgres.url, 'CHECKPOINT');
  const files = join(root, '.cache', 'bench', 'runs', name);
  mkdirSync(files, { recursive: true });
  cpSync(company.serverFiles, files, { recursive: true });
  const server = startServer(databaseUrl, files);
  // A measurement that fails ends with its process: the server must not outlive it (PostgreSQL is stopped by the next start).
  const end = (): boolean => server.kill('SIGTERM');
  process.once('exit', end);
  const url = await lineOf(
    server,
    (line) => /listening (http:\/\/\S+)/.exec(line)?.[1],
    () => {},
  );
  return {
    url,
    databaseUrl,
    company,
    serverPid: server.pid ?? 0,
    async close() {
      process.off('exit', end);
      await endChild(server, 10_000);
      await admin(postgres.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await postgres.stop();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

/** `OPORA_BENCH_SERVER_OPTIONS`: options of the server's Node, for a profile of it. */
function startServer(databaseUrl: string, files: string): ChildProcess {
  const options = (process.env['OPORA_BENCH_SERVER_OPTIONS'] ?? '').split(' ').filter((word) => word !== '');
  return startNode([...options, 'server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      OPORA_SERVER_DATA: files,
      OPORA_DEMO: '1',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
  });
}

async function admin(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
