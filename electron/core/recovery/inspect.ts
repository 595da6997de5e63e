import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { places } from '#electron/core/profile/places.ts';
import { gather, journalEntries } from '#electron/core/recovery/entries.ts';
import { recoveryPlaces, weigh } from '#electron/core/recovery/recovery-places.ts';
import { isSound } from '#electron/core/recovery/restore.ts';
import { salvage } from '#electron/core/recovery/salvage.ts';
import { type Backup, listBackups } from '#electron/core/store/backups.ts';
import { journalFacts } from '#electron/core/store/journal/segments.ts';
import type { Inspection, RecoveryStep, Trouble } from '#shared/ipc/recovery-channels.ts';

export interface InspectOptions {
  profileDir: string;
  /** null: it cannot be had, so nothing is read, only weighed. */
  key: Buffer | null;
  trouble: Trouble;
  userId: string | null;
  centre: Inspection['centre'];
  keyHome: Inspection['keyHome'];
  now: number;
}

/** What is there, before anything is touched. */
export function inspect(options: InspectOptions): Inspection {
  const { profileDir, key, trouble, userId, centre, keyHome, now } = options;
  const path = userId ? places(profileDir).database(userId) : null;
  const salvaged = path && key ? salvage(path, key) : null;
  const backups = path ? listBackups(path) : [];
  const checked = checkBackups(backups, key);
  const facts = path ? journalFacts(dirname(path)) : null;
  const entries = path && key ? journalEntries(path, key) : null;
  const found = salvaged && entries ? gather(entries, salvaged, now) : null;
  // Neither of the two records can be read: a nought would be a promise.
  const blind = salvaged?.state === 'unreadable' && entries?.length === 0;
  const disk = diskOf(profileDir, backups[0]?.size ?? 0);
  const sealed = existsSync(recoveryPlaces(profileDir).sealed);
  return {
    trouble,
    database: path && existsSync(path) ? { ...weightOf(path), state: salvaged?.state ?? 'unreadable' } : null,
    backups: checked,
    journal: facts && {
      bytes: facts.bytes,
      at: facts.to,
      changes: entries ? new Set(entries.map((one) => one.id)).size : null,
    },
    unsent: found && !blind ? found.entries.length - found.decided : null,
    fromDamaged: salvaged ? salvaged.entries.length : null,
    files: weigh(places(profileDir).files),
    disk,
    ...{ centre, sealed, keyHome },
    asideFolder: recoveryPlaces(profileDir).aside,
    steps: stepsFor(
      trouble,
      checked.some((one) => one.ok),
      sealed,
      centre,
    ),
  };
}

/** The newest that is sound is enough: older ones are checked when it comes to them. */
function checkBackups(backups: readonly Backup[], key: Buffer | null): Inspection['backups'] {
  let sound = false;
  return backups.map(({ path, at, size }) => {
    if (!key || sound) return { at, bytes: size, ok: null };
    sound = isSound(path, key);
    return { at, bytes: size, ok: sound };
  });
}

function stepsFor(trouble: Trouble, backup: boolean, sealed: boolean, centre: Inspection['centre']): RecoveryStep[] {
  const again = centre === 'none' ? [] : (['download'] as const);
  switch (trouble.code) {
    case 'DATABASE_CORRUPT':
    case 'DATABASE_MISSING':
      return backup ? ['rescue', ...again] : [...again, 'retry'];
    case 'MIGRATION_FAILED':
      return centre === 'reachable' ? ['download', 'retry'] : ['retry', ...again];
    case 'DATABASE_KEY':
      return sealed ? ['key', 'anew'] : ['retry', 'anew'];
    case 'SETTINGS_DAMAGED':
      return ['settings'];
    default:
      return ['retry'];
  }
}

function weightOf(path: string): { bytes: number; at: number } {
  const { size, mtimeMs } = statSync(path);
  return { bytes: size, at: mtimeMs };
}

/** A copy of the newest backup has to fit, with room to work in. */
function diskOf(profileDir: string, backup: number): Inspection['disk'] {
  const { bavail, bsize } = statfsSync(profileDir);
  return { free: bavail * bsize, needed: backup + 64 * 1024 * 1024 };
}
