import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasSealedData } from '#electron/host/profile-data.ts';

/** Seals the key of a profile with something only this person's session of the operating system can open. */
export interface KeyStore {
  /** Why the store must not be used, or undefined when it may. */
  refusal(): Promise<KeyRefusal | undefined>;
  seal(key: Uint8Array): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<Uint8Array>;
}

export type KeyRefusal = 'NO_KEY_STORE' | 'FIXED_PASSWORD';

/** Thrown when the profile's key cannot be had; `reason` is for the window's words. */
export class KeyError extends Error {
  readonly code = 'DATABASE_KEY';
  readonly reason:
    | KeyRefusal
    | 'DAMAGED'
    | 'OTHER_USER'
    | 'MISSING'
    | 'PASSPHRASE'
    | 'NEW_PASSPHRASE'
    | 'WRONG_PASSPHRASE';
  constructor(reason: KeyError['reason'], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const keyLength = 32;

/** The raw 32-byte key of a profile, sealed in `file` by the store; made and sealed when the profile is new. Throws KeyError. */
export async function sealedKey(file: string, store: KeyStore): Promise<Uint8Array> {
  const refusal = await store.refusal();
  if (refusal) throw new KeyError(refusal);
  const sealed = readIfThere(file);
  if (sealed === undefined) {
    mayBeMade(file);
    const key = new Uint8Array(randomBytes(keyLength));
    await keepSealed(file, store, key);
    return key;
  }
  try {
    return checked(await store.open(sealed));
  } catch (error) {
    throw error instanceof KeyError ? error : new KeyError('OTHER_USER', error);
  }
}

/** Seals a key in `file`. Throws KeyError NO_KEY_STORE when the store does not give back what it was given. */
export async function keepSealed(file: string, store: KeyStore, key: Uint8Array): Promise<void> {
  const refusal = await store.refusal();
  if (refusal) throw new KeyError(refusal);
  const bytes = await store.seal(key);
  // A store that cannot open what it has just sealed would lock the person out of everything they are about to type.
  if (Buffer.compare(await store.open(bytes), key) !== 0) throw new KeyError('NO_KEY_STORE');
  keepSecret(file, bytes);
}

/** Writes a secret file; what lay under its name stays under another one. */
export function keepSecret(file: string, bytes: Uint8Array): void {
  if (readIfThere(file) !== undefined) renameSync(file, `${file}.former-${Date.now()}`);
  writeSecret(file, bytes);
}

/** A key is made for a profile that has nothing sealed yet; for any other one it is lost. Throws KeyError MISSING. */
export function mayBeMade(file: string): void {
  if (hasSealedData(dirname(file))) throw new KeyError('MISSING');
}

/** The key of a demo profile: 32 random bytes in a file that only its owner reads. It protects nothing and says so by its name. */
export function demoKey(file: string): Uint8Array {
  const bytes = readIfThere(file);
  if (bytes) return checked(bytes);
  mayBeMade(file);
  const key = new Uint8Array(randomBytes(keyLength));
  writeSecret(file, key);
  return key;
}

function checked(key: Uint8Array): Uint8Array {
  if (key.length !== keyLength) throw new KeyError('DAMAGED');
  return new Uint8Array(key);
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeSecret(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, bytes, { mode: 0o600, flush: true });
  // The mode above counts only when the file is created: one left by a crash keeps its own.
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
}
