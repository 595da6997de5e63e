import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { demoKey } from '#electron/shell/key-file.ts';
import { passphraseKey } from './passphrase-key.ts';

export interface KeyRequest {
  /** Folder of the profile. */
  directory: string;
  demo: boolean;
  /** Given instead of asking, for starts without a terminal. */
  passphrase?: string;
}

/** The key of a profile in the browser host: the demo's open file, else a passphrase. Throws after three wrong ones, or without a terminal. */
export async function profileKey(request: KeyRequest): Promise<Uint8Array> {
  if (request.demo) return demoKey(join(request.directory, 'demo.key'));
  const file = join(request.directory, 'passphrase.json');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const passphrase = request.passphrase ?? (await ask());
    const key = passphrase === '' ? undefined : await passphraseKey(file, passphrase);
    if (key) return key;
    if (request.passphrase !== undefined) break;
  }
  throw Object.assign(new Error('the passphrase does not open this profile'), { code: 'DATABASE_KEY' });
}

async function ask(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw Object.assign(new Error('this profile needs a passphrase: start in a terminal, or set OPORA_PASSPHRASE'), {
      code: 'DATABASE_KEY',
    });
  }
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
