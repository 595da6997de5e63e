import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { endChild, ended, lineOf, startNode } from '#build/start/children.ts';

const root = join(import.meta.dirname, '../../..');

/** Name of the filled database that every test's own one is a copy of. */
export const templateName = 'opora_template';

/** The centre of one test: its own database and files, and a server that can be stopped and started on the same port. */
export interface Office {
  url: string;
  /** Connection string of the database, for what no window shows. */
  databaseUrl: string;
  /** Folder for the profiles of this test. */
  dataDir: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Backs the running centre up with the operator's own words. Returns the folder. */
  backUp(): Promise<string>;
  /** The morning after a disaster: the centre, stopped, begins anew from a backup, in an empty database and an empty folder. */
  restore(from: string): Promise<void>;
  /** What the server printed, for a failed test. */
  log: string[];
}

/** A fresh copy of the demo company with its server running. */
export async function openOffice(): Promise<Office> {
  const folder = process.env['OPORA_E2E_FOLDER'] ?? '';
  const dataDir = join(folder, randomUUID());
  let files = join(dataDir, 'server');
  await mkdir(dataDir);
  let [databaseUrl] = await Promise.all([
    createDatabase(templateName),
    cp(join(folder, 'template'), files, { recursive: true }),
  ]);
  const log: string[] = [];
  let server: ChildProcess | undefined;
  let port = '0';
  const environment = (): NodeJS.ProcessEnv => ({
    ...process.env,
    // Deadlines and substitutions are looked at as often as the centre can: what comes of itself is waited for here.
    OPORA_CLOCK_SECONDS: '1',
    DATABASE_URL: databaseUrl,
    OPORA_SERVER_DATA: files,
    OPORA_DEMO: '1',
    HOST: '127.0.0.1',
    PORT: port,
  });
  const operate = async (...words: string[]): Promise<void> => {
    const child = startNode(['server/main.ts', ...words], { cwd: root, stdio: 'pipe', env: environment() });
    child.stderr?.on('data', (bytes: Buffer) => log.push(bytes.toString()));
    child.stdout?.resume();
    const code = await ended(child);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${log.at(-1) ?? code}`);
  };
  const office: Office = {
    url: '',
    databaseUrl,
    dataDir,
    log,
    async start() {
      server = startNode(['server/main.ts'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: environment(),
      });
      server.stderr?.on('data', (bytes: Buffer) => log.push(bytes.toString()));
      office.url = await lineOf(
        server,
        (line) => /listening (http:\/\/\S+)/.exec(line)?.[1],
        (line) => log.push(line),
      );
      port = new URL(office.url).port;
    },
    async stop() {
      if (server) await endChild(server, 5_000);
    },
    async backUp() {
      const folder = join(dataDir, `backup-${randomUUID()}`);
      await operate('backup', '--to', folder);
      return folder;
    },
    async restore(from) {
      databaseUrl = await createDatabase('template1');
      files = join(dataDir, `server-${randomUUID()}`);
      office.databaseUrl = databaseUrl;
      await operate('restore', '--from', from);
    },
  };
  await office.start();
  return office;
}

/** A new database, as a copy of another one. */
async function createDatabase(template: string): Promise<string> {
  const admin = process.env['OPORA_E2E_POSTGRES'] ?? '';
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await client.end();
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.toString();
}

/** The program of one workstation, without a window. */
export interface Station {
  address: string;
  profileDir: string;
  log: string[];
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser host of a demo profile that reaches the centre at `serverUrl`; `programs` is where it finds others first. */
export async function startStation(
  profile: string,
  dataDir: string,
  serverUrl: string,
  programs?: string,
): Promise<Station> {
  const words = [`--profile=${profile}`, `--data=${dataDir}`, `--server=${serverUrl}`, '--demo'];
  const host = startNode([join(root, 'out/host/browser-host.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...(programs ? { PATH: `${programs}${delimiter}${process.env['PATH']}` } : {}) },
  });
  const log: string[] = [];
  host.stderr?.on('data', (bytes: Buffer) => log.push(bytes.toString()));
  const address = await lineOf(
    host,
    (line) => /^ready (http:\/\/\S+)$/.exec(line)?.[1],
    (line) => log.push(line),
  );
  return {
    address,
    profileDir: join(dataDir, 'profiles', profile),
    log,
    async kill() {
      host.kill('SIGKILL');
      await ended(host);
    },
    close: () => endChild(host, 5_000),
  };
}
