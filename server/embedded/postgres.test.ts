import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { createDatabase, startPostgres } from './postgres.ts';

const folders: string[] = [];
async function freshFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opora-pg-'));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('starts in a folder that only its owner may enter, in UTF-8, and keeps its data over a restart', async () => {
  const dataDir = join(await freshFolder(0o700), 'postgres');
  const first = await startPostgres({ dataDir, durable: false, database: 'opora' });
  await ask(first.url, 'CREATE TABLE note (text text COLLATE "C"); INSERT INTO note VALUES (\'Ёж\')');
  expect(await ask(first.url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  expect(await ask(first.url, "SELECT upper('ёж') AS word")).toEqual([{ word: 'ЁЖ' }]);
  await first.stop();
  await first.stop();

  const second = await startPostgres({ dataDir, durable: false, database: 'opora' });
  expect(await ask(second.url, 'SELECT text FROM note')).toEqual([{ text: 'Ёж' }]);
  const other = await createDatabase(second.url, 'ещё одна');
  expect(await ask(other, 'SELECT current_database() AS name')).toEqual([{ name: 'ещё одна' }]);
  await second.stop();
  // Under root the cluster of a closed folder lies in a public one, which the folder remembers.
  const { folder } = JSON.parse(await readFile(join(dataDir, 'cluster.json'), 'utf8')) as { folder: string };
  folders.push(dirname(folder));
});

/** Whether the process still runs; one that has ended may keep its number until somebody asks how it ended. */
async function isRunning(pid: number): Promise<boolean> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== '';
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function startOwner(dataDir: string) {
  const script = `import { startPostgres } from '#server/embedded/postgres.ts';
    await startPostgres({ dataDir: process.argv[1] }); console.log('up'); setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('a cluster in use is refused; one whose owner was killed ends by itself and can be started again at once', async () => {
  const dataDir = await freshFolder(0o755);
  const owner = startOwner(dataDir);
  await new Promise((resolve) => owner.stdout.once('data', resolve));
  await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'CLUSTER_IN_USE' });
  const pid = Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  owner.kill('SIGKILL');
  await vi.waitFor(async () => expect(await isRunning(pid)).toBe(false), 30_000);
  const again = await startPostgres({ dataDir, durable: false });
  expect(await ask(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await again.stop();
});

test('a start right after the owner was killed waits for the old cluster to be gone', async () => {
  const dataDir = await freshFolder(0o755);
  const owner = startOwner(dataDir);
  await new Promise((resolve) => owner.stdout.once('data', resolve));
  const gone = new Promise((resolve) => owner.once('exit', resolve));
  owner.kill('SIGKILL');
  await gone;
  const again = await startPostgres({ dataDir, durable: false });
  expect(await ask(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await again.stop();
});
