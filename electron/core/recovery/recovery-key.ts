import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readJson, writeJson } from '#electron/core/profile/json-file.ts';
import { recoveryPlaces } from '#electron/core/recovery/recovery-places.ts';
import { groupsOf, readGroups } from '#shared/lib/recovery-groups.ts';

/**
 * `recovery.sealed`: the key of the profile under a key made from the recovery key, and the recovery key under the key of the profile, so that
 * it can be shown again. Each opens the other; neither is readable without one of them.
 */
interface Sealed {
  version: 1;
  madeAt: number;
  confirmedAt: number | null;
  /** Asked about again after this, when the person put it off. */
  laterUntil?: number;
  /** HMAC of the profile key: tells whether a key is this profile's without opening a database. */
  check: string;
  profileKey: string;
  recoveryKey: string;
}

export interface RecoveryKey {
  groups: string[];
  madeAt: number;
  confirmedAt: number | null;
}

/** Seals the profile key for a new recovery key, when that has not been done; an existing seal of this key is left as it is. */
export function sealOnce(profileDir: string, profileKey: Uint8Array, now: number): void {
  if (keyFits(profileDir, profileKey) === true) return;
  const recoveryKey = randomBytes(32);
  write(profileDir, {
    version: 1,
    madeAt: now,
    confirmedAt: null,
    check: checkOf(profileKey),
    profileKey: seal(wrapping(recoveryKey), profileKey),
    recoveryKey: seal(showing(profileKey), recoveryKey),
  });
}

/** Whether this key is the profile's; undefined when nothing tells. */
export function keyFits(profileDir: string, profileKey: Uint8Array): boolean | undefined {
  const sealed = read(profileDir);
  if (!sealed) return undefined;
  return timingSafeEqual(Buffer.from(sealed.check, 'hex'), Buffer.from(checkOf(profileKey), 'hex'));
}

/** The recovery key to be shown to whoever works with the profile; null when there is none or it does not open with this key. */
export function recoveryKeyOf(profileDir: string, profileKey: Uint8Array): RecoveryKey | null {
  const sealed = read(profileDir);
  const bytes = sealed && open(showing(profileKey), sealed.recoveryKey);
  return bytes ? { groups: groupsOf(bytes), madeAt: sealed.madeAt, confirmedAt: sealed.confirmedAt } : null;
}

export type Unsealed = { ok: true; key: Uint8Array } | { ok: false; wrong: readonly number[] };

/** The profile key that typed groups open in `folder`; `wrong` names groups that are mistyped, and is empty for the key of another profile. */
export function unseal(folder: string, groups: readonly string[]): Unsealed {
  const typed = readGroups(groups);
  if (!typed.ok) return typed;
  const sealed = read(folder);
  const key = sealed && open(wrapping(typed.bytes), sealed.profileKey);
  return key ? { ok: true, key: new Uint8Array(key) } : { ok: false, wrong: [] };
}

/** The person has shown that they have it, or wants to be asked later. */
export function markKey(profileDir: string, mark: { confirmedAt: number } | { laterUntil: number }): void {
  const sealed = read(profileDir);
  if (sealed) write(profileDir, { ...sealed, ...mark });
}

/** Nobody has confirmed that the recovery key is kept somewhere, and nobody put it off. */
export function isKeyDue(profileDir: string, now: number): boolean {
  const sealed = read(profileDir);
  return sealed !== undefined && sealed.confirmedAt === null && (sealed.laterUntil ?? 0) <= now;
}

export const isSealed = (folder: string): boolean => existsSync(recoveryPlaces(folder).sealed);

const read = (folder: string): Sealed | undefined => {
  const found = readJson<Sealed>(recoveryPlaces(folder).sealed);
  return found?.version === 1 ? found : undefined;
};
const write = (folder: string, sealed: Sealed): void => writeJson(recoveryPlaces(folder).sealed, sealed);

const checkOf = (key: Uint8Array): string => createHmac('sha256', key).update('opora recovery check').digest('hex');
const derive = (key: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), info, 32));
const wrapping = (recoveryKey: Uint8Array): Buffer => derive(recoveryKey, 'opora recovery wrap');
const showing = (profileKey: Uint8Array): Buffer => derive(profileKey, 'opora recovery show');

function seal(key: Buffer, bytes: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

function open(key: Buffer, text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  } catch {
    return undefined;
  }
}
