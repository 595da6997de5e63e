import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import { canReach } from './account.ts';
import type { Binaries } from './binaries.ts';
import { publicFolder } from './binaries.ts';

/** A folder of PostgreSQL's own files and the password of its one user. */
export interface Cluster {
  folder: string;
  user: string;
  password: string;
}

const user = 'opora';
const run = promisify(execFile);

/** Opens the cluster under `dataDir`, or makes it (1–5 s). An interrupted making leaves nothing behind that counts. */
export async function openCluster(dataDir: string, binaries: Binaries, account: Account | undefined): Promise<Cluster> {
  const home = resolve(dataDir);
  await mkdir(home, { recursive: true, mode: 0o755 });
  const known = await readFile(join(home, 'cluster.json'), 'utf8').catch(() => undefined);
  if (known) return JSON.parse(known) as Cluster;

  const parent = await placeFor(home, account);
  const folder = join(parent, 'cluster');
  await rm(folder, { recursive: true, force: true });
  const cluster: Cluster = { folder, user, password: randomBytes(24).toString('base64url') };
  await initialise(cluster, binaries, account);
  const file = join(home, 'cluster.json');
  await writeFile(`${file}.new`, JSON.stringify(cluster), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return cluster;
}

/** The data folder itself, or a public one when the account cannot enter it: its path is then kept in cluster.json. */
async function placeFor(home: string, account: Account | undefined): Promise<string> {
  if (!account) return home;
  if (await canReach(account, join(home, 'cluster'))) return home;
  const place = await mkdtemp(join(publicFolder(), 'opora-cluster-'));
  await chmod(place, 0o755);
  return place;
}

async function initialise(cluster: Cluster, binaries: Binaries, account: Account | undefined): Promise<void> {
  await mkdir(cluster.folder, { mode: 0o700 });
  const secrets = await mkdtemp(join(account ? publicFolder() : tmpdir(), 'opora-initdb-'));
  const passwordFile = join(secrets, 'password');
  try {
    await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
    if (account) {
      for (const path of [cluster.folder, secrets, passwordFile]) await chown(path, account.uid, account.gid);
    }
    // The built-in C.UTF-8 sorts alike on every platform; the system's locales do not matter.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--auth=scram-sha-256', `--username=${cluster.user}`, `--pwfile=${passwordFile}`];
    await run(binaries.initdb, [`--pgdata=${cluster.folder}`, '--no-sync', ...access, ...locale], {
      ...account,
      cwd: cluster.folder,
      env: { ...process.env, LC_ALL: 'C' },
    });
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}
