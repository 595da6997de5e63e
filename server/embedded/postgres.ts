import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Account } from './account.ts';
import { findAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { findBinaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { openCluster } from './cluster.ts';
import { endWithUs } from './guard.ts';

export interface PostgresOptions {
  /** Folder of the cluster; made when missing. Everything the cluster needs to come back is in it. */
  dataDir: string;
  /** TCP port on loopback; a free one when absent. */
  port?: number;
  /** The database the url names; made when missing. `postgres` when absent. */
  database?: string;
  /** false only where losing the data with the power is fine (tests): no fsync. */
  durable?: boolean;
  /** Receives PostgreSQL's own log, line by line. */
  log?: (line: string) => void;
}

export interface Postgres {
  /** Connection string of the database, with user and password, on 127.0.0.1. */
  url: string;
  port: number;
  /** Ends sessions and stops the cluster; safe to call twice. */
  stop(): Promise<void>;
}

/** Starts an embedded PostgreSQL, as root too; a cluster orphaned by a killed process is stopped first. Throws with PostgreSQL's last lines. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const account = await findAccount();
  const binaries = await findBinaries(account);
  const cluster = await openCluster(options.dataDir, binaries, account);
  await stopOrphan(options.dataDir, cluster);
  await writeFile(ownerFile(options.dataDir), String(process.pid));
  const { child, port } = await launch(options, cluster, binaries, account);
  endWithUs(child, 'INT');
  const url = (database: string): string =>
    `postgres://${cluster.user}:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const database = options.database ?? 'postgres';
  if (database !== 'postgres') await createDatabase(url('postgres'), database);
  return { url: url(database), port, stop: () => stop(child) };
}

/** Connection string of a cluster that another process of this machine runs. Throws when none does. */
export async function runningUrl(dataDir: string, database: string): Promise<string> {
  const { folder, user, password } = JSON.parse(await readFile(join(dataDir, 'cluster.json'), 'utf8')) as Cluster;
  const port = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[3];
  return `postgres://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Makes the database when it is missing and returns the connection string that names it. `adminUrl` is any database of the cluster. */
export async function createDatabase(adminUrl: string, name: string): Promise<string> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error; // duplicate_database
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.toString();
}

async function launch(
  options: PostgresOptions,
  cluster: Cluster,
  binaries: Binaries,
  account: Account | undefined,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    try {
      return { child: await run(port, options, cluster, binaries, account), port };
    } catch (error) {
      // Between finding a free port and taking it, another program may have: try another one.
      if (options.port !== undefined || attempt === 5) throw error;
    }
  }
}

function run(
  port: number,
  options: PostgresOptions,
  cluster: Cluster,
  binaries: Binaries,
  account: Account | undefined,
): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  return new Promise((resolve, reject) => {
    // In a process group of its own: Ctrl-C in the terminal reaches us, and we stop it in order.
    const child = spawn(
      binaries.postgres,
      ['-D', cluster.folder, '-p', String(port), ...settings.flatMap((each) => ['-c', each])],
      {
        ...account,
        cwd: cluster.folder,
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, LC_ALL: 'C' },
      },
    );
    let last = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`PostgreSQL ended with code ${code}: ${last.slice(-2_000)}`)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line !== '') options.log?.(line);
      // The end of it: whoever tries to connect meanwhile fills pages before PostgreSQL is ready.
      last = (last + text).slice(-20_000);
      if (last.includes('database system is ready to accept connections')) resolve(child);
    });
  });
}

/** A fast shutdown (sessions are ended, everything is written), at most 10 s, then an immediate one. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  const patience = setTimeout(() => child.kill('SIGQUIT'), 10_000);
  await ended;
  clearTimeout(patience);
}

const ownerFile = (dataDir: string): string => join(dataDir, 'owner.pid');

/** The postmaster of a process that was killed goes on running; its lock file names it. */
async function stopOrphan(dataDir: string, cluster: Cluster): Promise<void> {
  const lock = await readFile(join(cluster.folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(lock.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  // A pid is used again after a restart of the machine: only a postgres of this very folder is ours.
  const runs = async (): Promise<boolean> =>
    (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(cluster.folder);
  if (!(await runs())) return;
  // An orphan has another parent than the process that started it.
  const owner = Number(await readFile(ownerFile(dataDir), 'utf8').catch(() => '0'));
  if ((await parentOf(pid)) === owner) throw Object.assign(new Error('cluster in use'), { code: 'CLUSTER_IN_USE' });
  // Its guard may be stopping it at this moment.
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It has ended already.
  }
  for (let waited = 0; waited < 30_000 && (await runs()); waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function parentOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const line = /^PPid:\s+(\d+)/m.exec(status);
  return line?.[1] === undefined ? undefined : Number(line[1]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
