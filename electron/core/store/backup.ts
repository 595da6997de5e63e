import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupName, backupsOf, isWhole, kept, listBackups } from '#electron/core/store/backups.ts';
import { syncFile, syncFolder } from '#electron/core/store/disk.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { oncePages, openWritable } from '#electron/core/store/open.ts';
import { keepToOwner } from '#electron/core/store/own-file.ts';
import { Refusal } from '#shared/domain/error.ts';

interface Place {
  path: string;
  key: Buffer | null;
}

/** What a copy leaves free on the disk for the saves that go on meanwhile, in bytes. */
const elbowRoom = 64 * 1024 * 1024;

export { backupsOf };

/**
 * Writes a whole copy of an open database, encrypted with the same key, opens it, checks it and only then lets it count as a backup.
 * Returns its path. Throws Refusal DISK_FULL; the database itself is never touched, and no older backup goes before this one counts.
 */
export function backUp(db: Readable, { path, key }: Place, name: string): string {
  const folder = backupsOf(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const left of readdirSync(folder)) if (left.includes('.part')) rmSync(join(folder, left), { force: true });
  const draft = join(folder, `${name}.part`);
  const target = join(folder, `${name}.db`);
  try {
    // SQLite fills a file that is empty.
    keepToOwner(draft);
    db.prepare('VACUUM INTO ?').run(draft);
    if (!isWhole({ path: draft, key })) throw new Error('the backup is damaged');
    syncFile(draft);
  } catch (error) {
    rmSync(draft, { force: true });
    const { code } = error as { code?: string };
    if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') throw new Refusal('DISK_FULL', {});
    throw error;
  }
  renameSync(draft, target);
  syncFolder(folder);
  const older = listBackups(path).filter((one) => one.path !== target);
  for (const { path: old } of older.slice(kept - 1)) rmSync(old);
  return target;
}

/**
 * A backup of a database that another connection goes on writing to: through a connection of its own, so saves wait for
 * nothing (SQLite wants a connection that could write). For the thread of jobs. `alone`: once it counts, older backups go, because they may hold what may not be seen any more.
 */
export function backUpBeside(place: Place, now: number, reason: string, alone = false): string {
  const db = openWritable({ ...place, cache: oncePages });
  try {
    checkRoom(place.path);
    const made = backUp(db, place, backupName(place.path, now, reason));
    if (alone) keepOnly(made);
    return made;
  } finally {
    db.close();
  }
}

/** Damaged ones go as well: they too may hold what may not be seen any more. */
function keepOnly(made: string): void {
  const folder = dirname(made);
  for (const name of readdirSync(folder)) if (join(folder, name) !== made) rmSync(join(folder, name), { force: true });
  syncFolder(folder);
}

/** A copy that fills the disk to the last byte would make saves fail that had room without it. */
function checkRoom(path: string): void {
  if (!existsSync(path)) return;
  const { bavail, bsize } = statfsSync(dirname(path));
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (bavail * bsize < statSync(path).size + wal + elbowRoom) throw new Refusal('DISK_FULL', {});
}
