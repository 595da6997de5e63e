import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createCompany, password } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';
import { type TestDatabase, testDatabase } from '#tests/support/postgres.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'opora-process-'));
  await chmod(folder, 0o755);
  const pool = createPool(database.url);
  await migrate(pool);
  await createCompany(pool, 'one', 1);
  await pool.end();
});
afterAll(async () => {
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

function start(env: Record<string, string>): {
  child: ChildProcess;
  output: () => string;
  errors: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { ...process.env, HOST: '', PORT: '0', OPORA_DEMO: '', OPORA_SERVER_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // Not `exit`: what the process said last may still be on its way then.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => output, errors: () => errors, ended };
}

const address = /^listening (http:\/\/127\.0\.0\.1:\d+)$/m;

test('the process says where it listens, serves, and ends in order on SIGTERM; no secret is in its log', async () => {
  const log = join(folder, 'logs', 'server.log');
  const server = start({ DATABASE_URL: database.url, LOG_FILE: log, LOG_LEVEL: 'trace' });
  await expect.poll(server.output, { timeout: 60_000 }).toMatch(address);
  const url = address.exec(server.output())?.[1] as string;
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ ok: true, version: expect.any(String) });
  const body = JSON.stringify({ login: 'director-one', password, device: 'pc' });
  const response = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { access, refresh } = (await response.json()) as { access: string; refresh: string };
  const desk = new Workstation(url, 'process');
  await desk.hello(access);
  const metrics = await (await fetch(`${url}/metrics`)).text();
  expect(metrics).toMatch(/^opora_sockets 1$/m);

  server.child.kill('SIGTERM');
  expect((await desk.closed).code).toBe(1012);
  expect(await server.ended).toBe(0);
  expect(server.output().trim().split('\n')).toHaveLength(1);
  const written = await readFile(log, 'utf8');
  expect(written).toContain('stopped');
  for (const secret of [password, access, refresh, new URL(database.url).password])
    expect(written).not.toContain(secret);
});

test('alone, it brings its own PostgreSQL and takes it down with it', async () => {
  const server = start({ DATABASE_URL: '', LOG_LEVEL: 'warn' });
  await expect.poll(server.output, { timeout: 60_000 }).toMatch(address);
  const url = address.exec(server.output())?.[1] as string;
  expect((await fetch(`${url}/health`)).status).toBe(200);
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(0);
  const cluster = JSON.parse(await readFile(join(folder, 'postgres', 'cluster.json'), 'utf8')) as { folder: string };
  await expect(readFile(join(cluster.folder, 'postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' });
  await rm(cluster.folder, { recursive: true, force: true });
});

test('a wrong setting, an unreachable database and a taken port are said in one line, with a code', async () => {
  const wrong = start({ PORT: 'eighty' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.errors()).toBe('The server could not start: PORT must be 0 to 65535, it is "eighty"\n');
  const dead = start({ DATABASE_URL: 'postgres://nobody:secret-word@127.0.0.1:1/none', LOG_LEVEL: 'silent' });
  expect(await dead.ended).toBe(1);
  expect(dead.errors()).toContain('The server could not start');
  expect(dead.errors()).not.toContain('secret-word');
});
