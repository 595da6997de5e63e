import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { ProfileKeys } from '#electron/ipc/kept-core.ts';
import { demoKey, KeyError, keepSecret, mayBeMade } from '#electron/shell/key-file.ts';
import { keepUnderPassphrase, passphraseKey } from './passphrase-key.ts';

export interface KeyRequest {
  /** Folder of the profile. */
  directory: string;
  demo: boolean;
  /** Given instead of asking, for starts without a terminal. */
  passphrase?: string;
}

/** The key of a profile in the browser host: the demo's open file, else made of a passphrase. Rejects with KeyError. */
export function profileKeys(request: KeyRequest): ProfileKeys {
  const demo = join(request.directory, 'demo.key');
  if (request.demo)
    return { home: 'file', read: async () => demoKey(demo), keep: async (key) => keepSecret(demo, key) };
  const file = join(request.directory, 'passphrase.json');
  let typed = request.passphrase;
  return {
    home: 'passphrase',
    take(passphrase) {
      typed = passphrase;
    },
    async read() {
      const isNew = !existsSync(file);
      if (isNew) mayBeMade(file);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const passphrase = typed ?? (await ask());
        // Without a terminal it is typed in the page.
        if (passphrase === null) throw new KeyError(isNew ? 'NEW_PASSPHRASE' : 'PASSPHRASE');
        const key = passphrase === '' ? undefined : await keyOf(file, passphrase);
        if (key) return key;
        if (typed !== undefined) break;
      }
      typed = undefined;
      throw new KeyError('WRONG_PASSPHRASE');
    },
    async keep(key, passphrase) {
      if (!passphrase) throw new KeyError('PASSPHRASE');
      await keepUnderPassphrase(file, passphrase, key);
      typed = passphrase;
    },
  };
}

/** What the terminal is told of a fault: a line while the page waits for a passphrase, which is no fault at all; else everything. */
export function terminalWord(error: unknown): unknown {
  const waits = error instanceof KeyError && ['NEW_PASSPHRASE', 'PASSPHRASE'].includes(error.reason);
  return waits ? 'the passphrase is asked for in the page' : error;
}

/** A recipe that cannot be read is a lost key: the recovery key opens the profile all the same. */
async function keyOf(file: string, passphrase: string): Promise<Uint8Array | undefined> {
  try {
    return await passphraseKey(file, passphrase);
  } catch (error) {
    throw error instanceof SyntaxError ? new KeyError('DAMAGED', error) : error;
  }
}

/** What is typed at the terminal; null when there is none. */
async function ask(): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  // What is typed is not shown: the reader's output goes nowhere.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stdout.write('Passphrase of this profile: ');
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stdout.write('\n');
  }
}
