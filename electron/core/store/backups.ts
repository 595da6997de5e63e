import { existsSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oncePages, openReadable } from '#electron/core/store/open.ts';
import { Refusal } from '#shared/domain/error.ts';

/** So many backups of a database are kept; the oldest gives way. */
export const kept = 3;

/** Where the backups of a database lie: beside it, in a folder of their own. */
export const backupsOf = (path: string): string => join(dirname(path), 'backups');

export interface Backup {
  path: string;
  /** When it was made, by this machine's clock, in milliseconds. */
  at: number;
  /** Bytes. */
  size: number;
  /** When it was last opened, read through and found whole, in milliseconds. */
  checked: number;
}

const stamped = /^(\d{17})-[\w-]+\.db$/;

/** Backups of the database at `path` that count, newest first. Each was checked when it was made; see `checkBackup` before relying on one. */
export function listBackups(path: string): Backup[] {
  const folder = backupsOf(path);
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).filter((name) => name.endsWith('.db'));
  return found
    .sort()
    .reverse()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return { path: join(folder, name), at: madeAt(name) ?? mtimeMs, size, checked: mtimeMs };
    });
}

/**
 * Opens a backup and reads all of it. One that is whole has its `checked` set to `now` and stays in the list; a damaged one is left
 * where it is under another name and counts no more. Throws Refusal DATABASE_KEY: another key says nothing about the copy.
 */
export function checkBackup({ path, key }: { path: string; key: Buffer | null }, now: number): boolean {
  const whole = isWhole({ path, key });
  if (whole) utimesSync(path, now / 1000, now / 1000);
  else renameSync(path, `${path}.damaged`);
  return whole;
}

/** Whether a database file opens and holds together. Throws Refusal DATABASE_KEY when the key does not open it. */
export function isWhole(place: { path: string; key: Buffer | null }): boolean {
  try {
    const copy = openReadable({ ...place, cache: oncePages });
    try {
      return copy.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      copy.close();
    }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'DATABASE_KEY') throw error;
    return false;
  }
}

/** A name that stands behind those of all others, whatever the clock says. */
export function backupName(path: string, now: number, reason: string): string {
  const newest = listBackups(path)[0]?.at ?? 0;
  return `${stampOf(Math.max(now, Math.ceil(newest) + 1))}-${reason}`;
}

/** Whether the newest backup is older than a day, or from a time to come: the clock has been wrong once. */
export function backupIsDue(path: string, now: number): boolean {
  const newest = listBackups(path)[0];
  return newest === undefined || Math.abs(now - newest.at) >= 24 * 60 * 60 * 1000;
}

const stampOf = (at: number): string => new Date(at).toISOString().replace(/\D/g, '');

function madeAt(name: string): number | null {
  const digits = stamped.exec(name)?.[1];
  if (digits === undefined) return null;
  const [, year, month, day, hour, minute, second, rest] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(digits) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${rest}Z`);
  return Number.isNaN(at) ? null : at;
}
