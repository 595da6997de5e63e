import { join } from 'node:path';
import { safeStorage } from 'electron';
import { demoKey, type KeyRefusal, type KeyStore, keepSealed, keepSecret, sealedKey } from './key-file.ts';
import type { ShellOptions } from './options.ts';
import { policyFile, readPolicy } from './policy.ts';

/**
 * The operating system's key store (DPAPI, libsecret, KWallet). On Linux without a running store Electron seals with a password
 * that is the same for everybody; that is refused unless the administrator's policy allows it.
 */
function systemKeyStore(policy: { plainKeyStore: boolean }): KeyStore {
  return {
    async refusal(): Promise<KeyRefusal | undefined> {
      if (!(await isAvailable())) return 'NO_KEY_STORE';
      const isFixed = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
      return isFixed && !policy.plainKeyStore ? 'FIXED_PASSWORD' : undefined;
    },
    async seal(key) {
      const text = Buffer.from(key).toString('base64');
      return hasPromises() ? safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text);
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed);
      const text = hasPromises()
        ? (await safeStorage.decryptStringAsync(bytes)).result
        : safeStorage.decryptString(bytes);
      return new Uint8Array(Buffer.from(text, 'base64'));
    },
  };
}

async function isAvailable(): Promise<boolean> {
  return hasPromises() ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable();
}

/** Older Electron has the blocking functions only; what either seals the other opens. */
function hasPromises(): boolean {
  return typeof safeStorage.isAsyncEncryptionAvailable === 'function';
}

/** The key of a profile in the desktop program: in the system's key store, or the open file of a demo profile. */
export function profileKeys(options: Pick<ShellOptions, 'directory' | 'demo'>): DesktopKeys {
  const demo = join(options.directory, 'demo.key');
  if (options.demo)
    return { home: 'file', read: async () => demoKey(demo), keep: async (key) => keepSecret(demo, key) };
  const file = join(options.directory, 'profile.key');
  const store = () => systemKeyStore(readPolicy(policyFile(process.platform, process.env)));
  return { home: 'system', read: () => sealedKey(file, store()), keep: (key) => keepSealed(file, store(), key) };
}

/** Reads and keeps the raw 32-byte key. Rejects with KeyError. */
export interface DesktopKeys {
  home: 'system' | 'file';
  read(): Promise<Uint8Array>;
  keep(key: Uint8Array): Promise<void>;
}
