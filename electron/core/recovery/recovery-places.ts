import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { places } from '#electron/core/profile/places.ts';

/** What belongs to an SQLite file: itself, its log and the map of the log. */
export const tails = ['', '-wal', '-shm'] as const;

/** Where the rescue keeps its own things in the folder of a profile. */
export const recoveryPlaces = (profileDir: string) => ({
  /** What was set aside, a folder for each time. */
  aside: join(profileDir, 'aside'),
  /** Reports of what came from where. */
  reports: join(profileDir, 'recovery'),
  /** The key of the profile, sealed a second time for the recovery key. */
  sealed: join(profileDir, 'recovery.sealed'),
  people: join(profileDir, 'people'),
  logs: join(profileDir, 'logs'),
  bundles: join(profileDir, 'diagnostics'),
  /** A rescued database before it takes its place. */
  rescued: (userId: string) => join(places(profileDir).person(userId), 'rescued.db'),
});

export const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Bytes and number of all files under a folder; nothing when it is not there. */
export function weigh(folder: string): { count: number; bytes: number } {
  if (!existsSync(folder)) return { count: 0, bytes: 0 };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return {
    count: files.length,
    bytes: files.reduce((sum, one) => sum + sizeOf(join(one.parentPath, one.name)), 0),
  };
}

/** A name for a folder that sorts by time and is readable: 2026-05-13T10-32-07-114Z. */
export const stampOf = (now: number): string => new Date(now).toISOString().replace(/[:.]/g, '-');

export const timeOfStamp = (stamp: string): number =>
  Date.parse(stamp.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d\d\d)Z.*$/, 'T$1:$2:$3.$4Z'));
