import { copyFileSync, rmSync } from 'node:fs';
import { tails } from '#electron/core/recovery/recovery-places.ts';
import { isWhole } from '#electron/core/recovery/salvage.ts';
import { isFull } from '#electron/core/recovery/trouble.ts';
import { type Backup, listBackups } from '#electron/core/store/backups.ts';
import { bringUpToDate } from '#electron/core/store/migrate.ts';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import { Refusal } from '#shared/domain/error.ts';

/** Opens with this key and passes its check. */
export function isSound(path: string, key: Buffer | null): boolean {
  try {
    const db = openReadable({ path, key });
    try {
      return isWhole(db);
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/**
 * Makes `target` of the newest backup that opens, passes its check and can be brought to this version; null when none does. The backups
 * stay where they are. Throws Refusal DISK_FULL.
 */
export function restoreNewest(database: string, key: Buffer | null, target: string, now: number): Backup | null {
  for (const backup of listBackups(database)) {
    try {
      clear(target);
      copyFileSync(backup.path, target);
      const db = openWritable({ path: target, key });
      try {
        if (!isWhole(db)) continue;
        // A backup of its own for this copy would only take the place of another: it is one itself.
        bringUpToDate(db, { path: ':memory:', key }, now);
      } finally {
        db.close();
      }
      return backup;
    } catch (error) {
      clear(target);
      if (isFull(error)) throw new Refusal('DISK_FULL', {});
    }
  }
  clear(target);
  return null;
}

export function clear(draft: string): void {
  for (const tail of tails) rmSync(draft + tail, { force: true });
}
