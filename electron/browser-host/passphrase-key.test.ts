import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepUnderPassphrase, passphraseKey } from './passphrase-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-passphrase-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the first passphrase becomes the profile\u2019s; the same one gives the same key, another none', async () => {
  const file = join(folder, 'profile', 'passphrase.json');
  const key = await passphraseKey(file, 'Синий й кит'.normalize('NFD'));
  expect(key).toHaveLength(32);
  expect(await passphraseKey(file, 'Синий й кит'.normalize('NFC'))).toEqual(key);
  expect(await passphraseKey(file, 'синий й кит')).toBeUndefined();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).not.toContain(Buffer.from(key ?? []).toString('base64'));
});

test('two profiles with one passphrase have different keys', async () => {
  const one = await passphraseKey(join(folder, 'one.json'), 'слово');
  expect(await passphraseKey(join(folder, 'two.json'), 'слово')).not.toEqual(one);
});

test('a new passphrase opens the key that was there before; the former recipe is kept', async () => {
  const file = join(folder, 'passphrase.json');
  const key = new Uint8Array(32).fill(7);
  await writeFile(file, 'damaged');
  await keepUnderPassphrase(file, 'новая', key);
  expect(await passphraseKey(file, 'новая')).toEqual(key);
  expect(await passphraseKey(file, 'прежняя')).toBeUndefined();
  expect((await readdir(folder)).some((name) => name.startsWith('passphrase.json.former-'))).toBe(true);
});
