import { backUpBeside } from '#electron/core/store/backup.ts';
import { type Backup, isWhole, listBackups } from '#electron/core/store/backups.ts';
import { pruneJournal } from '#electron/core/store/journal/prune-journal.ts';

/** A database of this profile with its raw key. */
interface Place {
  path: string;
  key: Uint8Array;
}

const placeOf = ({ path, key }: Place) => ({ path, key: Buffer.from(key) });

/** A checked copy of the database as it is now; saves go on meanwhile. Throws Refusal DISK_FULL. `alone`: the older ones go. */
export function backUpJob(order: Place & { now: number; reason: string; alone: boolean }): Backup {
  const made = backUpBeside(placeOf(order), order.now, order.reason, order.alone);
  return listBackups(order.path).find((one) => one.path === made) as Backup;
}

/** Whether the database holds together, read from end to end. */
export const checkJob = (order: Place): boolean => isWhole(placeOf(order));

export const pruneJob = (order: Place & { now: number }): number => pruneJournal(placeOf(order), order.now);
