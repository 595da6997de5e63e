import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeyError } from '#electron/shell/key-file.ts';
import { profileKeys, terminalWord } from './profile-key.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'opora-keys-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('a first start that waits for its passphrase is a line on the terminal; what is wrong is told in full', async () => {
  const wrong = await profileKeys({ directory, demo: false, passphrase: 'слово' })
    .read()
    .then(() => profileKeys({ directory, demo: false, passphrase: 'другое' }).read())
    .catch((error: unknown) => error);
  expect(wrong).toMatchObject({ reason: 'WRONG_PASSPHRASE' });
  expect(terminalWord(wrong)).toBe(wrong);
  for (const reason of ['NEW_PASSPHRASE', 'PASSPHRASE'] as const)
    expect(terminalWord(new KeyError(reason))).toBe('the passphrase is asked for in the page');
});
