import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endWithUs } from '#server/embedded/guard.ts';
import { type Postgres, startPostgres } from '#server/embedded/postgres.ts';
import { endChild, ended, lineOf, startNode } from './children.ts';
import { holdFolder } from './lock.ts';
import { openDoor } from './presence.ts';

// The demo's centre, a process of its own: PostgreSQL, the server and the company, alive while a workstation holds on to it.
// Arguments: the folder of its data.
const folder = process.argv[2] ?? '';
const root = join(import.meta.dirname, '../..');
const portFile = join(folder, 'port');
/** A workstation that restarts comes back within this time, in milliseconds. */
const grace = 1_500;

await mkdir(folder, { recursive: true });
const hold = await holdFolder(folder);
if (!hold) process.exit(0); // another start was first: the workstation enters its door

let database: Postgres | undefined;
let server: ChildProcess | undefined;
let ending: Promise<void> | undefined;
let lonely: NodeJS.Timeout | undefined;

const door = await openDoor(folder, () => endWhenLonely(grace));
endWhenLonely(20_000); // the workstation that started us may have died before it came in

function endWhenLonely(after: number): void {
  clearTimeout(lonely);
  lonely = setTimeout(() => door.isEmpty() && void end(0), after);
}

/** Workstations know the server by its address: one that is started again takes the port of the former, when nobody else has it. */
async function formerPort(): Promise<string> {
  const port = Number(await readFile(portFile, 'utf8').catch(() => 0));
  for (let attempt = 0; port > 0 && attempt < 50; attempt += 1) {
    if (await isFree(port)) return String(port);
    // The former server of this folder may be on its way out.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return '0';
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

async function end(code: number): Promise<void> {
  ending ??= (async () => {
    await door.close();
    if (server) await endChild(server, 5_000);
    await database?.stop();
  })();
  await ending;
  process.exit(code);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0));

try {
  const isFirst = !existsSync(join(folder, 'seeded.json'));
  door.tell({ t: 'progress', text: isFirst ? 'First start: creating the database' : 'Starting PostgreSQL' });
  database = await startPostgres({
    dataDir: join(folder, 'postgres'),
    database: 'opora',
    log: (line) => console.log(line),
  });
  if (isFirst) {
    door.tell({ t: 'progress', text: 'Filling the demo company' });
    const { seedDemo } = await import('#build/seed.ts');
    await seedDemo({
      databaseUrl: database.url,
      dataDir: folder,
      say: (text: string) => door.tell({ t: 'progress', text }),
    });
    await writeFile(join(folder, 'seeded.json'), JSON.stringify({ at: new Date().toISOString() }));
  }
  door.tell({ t: 'progress', text: 'Starting the central server' });
  server = startNode([join(root, 'server/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      OPORA_SERVER_DATA: folder,
      OPORA_DEMO: '1',
      HOST: '127.0.0.1',
      PORT: await formerPort(),
    },
  });
  endWithUs(server, 'TERM');
  const url = await lineOf(
    server,
    (line) => /listening (http:\/\/\S+)/.exec(line)?.[1],
    (line) => console.log(line),
  );
  await writeFile(portFile, new URL(url).port);
  door.tell({ t: 'ready', url });
  await ended(server);
  if (!ending) throw new Error('the central server ended by itself');
  await ending;
} catch (error) {
  console.error(error);
  if (!ending) door.tell({ t: 'failed', reason: error instanceof Error ? error.message : String(error) });
  await end(1);
}
