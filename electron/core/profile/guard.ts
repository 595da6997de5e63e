import { mkdirSync, statfsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { places } from '#electron/core/profile/places.ts';
import { Refusal } from '#shared/domain/error.ts';

/** File systems of other machines, by their magic numbers (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, 9P, Ceph. */
const remote: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400,
]);
const synced =
  /(^|[\\/])(OneDrive[^\\/]*|Dropbox|Google ?Drive|Yandex\.?Disk|YandexDisk|iCloud Drive|Nextcloud|Облако Mail\.ru)([\\/]|$)/i;

/** A database on a network or cloud-synced folder loses data sooner or later: refused with PROFILE_LOCATION. */
export function checkLocation(profileDir: string): void {
  if (profileDir.startsWith('\\\\') || profileDir.startsWith('//')) refuse(profileDir, 'network');
  if (synced.test(profileDir)) refuse(profileDir, 'cloud');
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  // statfs answers with a signed number on some machines.
  if (remote.has(statfsSync(profileDir).type >>> 0)) refuse(profileDir, 'network');
}

function refuse(folder: string, kind: 'network' | 'cloud'): never {
  throw new Refusal('PROFILE_LOCATION', { folder, kind });
}

/**
 * Holds the profile for this process; PROFILE_LOCKED when another one has it. The lock is one of the operating system's on an
 * open file, so that a killed process leaves nothing behind.
 */
export function holdProfile(profileDir: string): () => void {
  const lock = new Database(places(profileDir).lock);
  try {
    lock.pragma('busy_timeout = 0');
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Refusal('PROFILE_LOCKED', { folder: profileDir });
  }
  return () => lock.close();
}
