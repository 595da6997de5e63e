import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Writable } from '#electron/core/store/handle.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { Refusal } from '#shared/domain/error.ts';

/** So many backups of a database are kept; the oldest gives way. */
const kept = 3;

/** Where the backups of a database lie: beside it, in a folder of their own. */
export const backupsOf = (path: string): string => join(dirname(path), 'backups');

/**
 * Writes a whole copy of an open database, encrypted with the same key, opens it, checks it and only then lets it count as a backup.
 * Returns its path. Throws Refusal DISK_FULL; the database itself is never touched.
 */
export function backUp(db: Writable, { path, key }: { path: string; key: Buffer | null }, name: string): string {
  const folder = backupsOf(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const left of readdirSync(folder)) if (left.includes('.part')) rmSync(join(folder, left), { force: true });
  const draft = join(folder, `${name}.part`);
  const target = join(folder, `${name}.db`);
  try {
    db.prepare('VACUUM INTO ?').run(draft);
    check(draft, key);
    synced(draft);
  } catch (error) {
    rmSync(draft, { force: true });
    if ((error as { code?: string }).code === 'SQLITE_FULL') throw new Refusal('DISK_FULL', {});
    throw error;
  }
  renameSync(draft, target);
  if (process.platform !== 'win32') synced(folder);
  const all = readdirSync(folder).filter((one) => one.endsWith('.db'));
  for (const old of all.sort().slice(0, -kept)) rmSync(join(folder, old));
  return target;
}

function check(path: string, key: Buffer | null): void {
  const copy = openReadable({ path, key });
  try {
    const verdict = copy.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(`the backup is damaged: ${String(verdict)}`);
  } finally {
    copy.close();
  }
}

function synced(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
