import { mkdirSync, readFileSync, realpathSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { isCloudFolder } from '#electron/core/profile/cloud-folders.ts';
import { isDurableMount, mountOf } from '#electron/core/profile/mounts.ts';
import { places } from '#electron/core/profile/places.ts';
import { withoutRoom } from '#electron/core/recovery/trouble.ts';
import { keepToOwner } from '#electron/core/store/own-file.ts';
import { Refusal } from '#shared/domain/error.ts';

/** File systems of other machines, by their magic numbers (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, 9P, Ceph, Coda, Lustre, VirtualBox. */
const remote: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400, 0x73757245, 0x0bd00bd0, 0x786f4256,
]);

/** A database on a network or cloud-synced folder loses data sooner or later: refused with PROFILE_LOCATION. */
export function checkLocation(profileDir: string): void {
  refuseUnless(profileDir, profileDir);
  // What a link, a junction or a mapped drive leads to counts; a folder that is not there yet lies where its parents do.
  refuseUnless(realPlace(profileDir), profileDir);
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  // statfs answers with a signed number on some machines.
  if (remote.has(statfsSync(profileDir).type >>> 0)) refuse(profileDir, 'network');
  const mount = mountOf(realpathSync(profileDir), mountsHere());
  if (mount && !isDurableMount(mount)) refuse(profileDir, 'network');
}

function refuseUnless(place: string, profileDir: string): void {
  if (place.startsWith('\\\\') || place.startsWith('//')) refuse(profileDir, 'network');
  if (isCloudFolder(place, process.env, process.platform)) refuse(profileDir, 'cloud');
}

function realPlace(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(realPlace(parent), basename(folder));
  }
}

function mountsHere(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return '';
  }
}

function refuse(folder: string, kind: 'network' | 'cloud'): never {
  throw new Refusal('PROFILE_LOCATION', { folder, kind });
}

/**
 * Holds the profile for this process; PROFILE_LOCKED when another one has it. The lock is one of the operating system's on an
 * open file, so that a killed process leaves nothing behind.
 */
export function holdProfile(profileDir: string): () => void {
  keepToOwner(places(profileDir).lock);
  const lock = new Database(places(profileDir).lock);
  try {
    lock.pragma('busy_timeout = 0');
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    // The lock takes a page of the disk as well: without room nobody else need have the profile.
    const isHeld = /^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '');
    throw isHeld || !withoutRoom(profileDir)
      ? new Refusal('PROFILE_LOCKED', { folder: profileDir })
      : new Refusal('DISK_FULL', {});
  }
  return () => lock.close();
}
