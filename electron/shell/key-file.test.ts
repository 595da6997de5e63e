import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoKey, type KeyStore, sealedKey } from './key-file.ts';
import { policyFile, readPolicy } from './policy.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A store that belongs to one person: it seals by a mask of its own and opens nobody else's seal. */
function storeOf(person: number, refusal?: 'NO_KEY_STORE' | 'FIXED_PASSWORD'): KeyStore {
  return {
    refusal: async () => refusal,
    seal: async (key) => new Uint8Array([person, ...key.map((byte) => byte ^ person)]),
    open: async ([owner, ...rest]) => {
      if (owner !== person) throw new Error('not yours');
      return new Uint8Array(rest.map((byte) => byte ^ person));
    },
  };
}

describe('a sealed key', () => {
  it('is made once, stays the same, and lies on the disk only sealed and private', async () => {
    const file = join(folder, 'profile/profile.key');
    const key = await sealedKey(file, storeOf(9));
    expect(key).toHaveLength(32);
    expect(await sealedKey(file, storeOf(9))).toEqual(key);
    expect(readFileSync(file).subarray(1)).not.toEqual(Buffer.from(key));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['NO_KEY_STORE', 'FIXED_PASSWORD'] as const)(
    'is refused by a store with %s, and nothing is written',
    async (refusal) => {
      const file = join(folder, 'profile.key');
      await expect(sealedKey(file, storeOf(9, refusal))).rejects.toMatchObject({
        code: 'DATABASE_KEY',
        reason: refusal,
      });
      expect(() => statSync(file)).toThrow('ENOENT');
    },
  );

  it('of another person is not opened and not replaced', async () => {
    const file = join(folder, 'profile.key');
    await sealedKey(file, storeOf(9));
    const before = readFileSync(file);
    await expect(sealedKey(file, storeOf(8))).rejects.toMatchObject({ code: 'DATABASE_KEY', reason: 'OTHER_USER' });
    expect(readFileSync(file)).toEqual(before);
  });

  it('that is gone is not made again while anything is sealed with it', async () => {
    writeFileSync(join(folder, 'recovery.sealed'), '{}');
    const missing = { code: 'DATABASE_KEY', reason: 'MISSING' };
    await expect(sealedKey(join(folder, 'profile.key'), storeOf(9))).rejects.toMatchObject(missing);
    expect(() => demoKey(join(folder, 'demo.key'))).toThrow(expect.objectContaining(missing));
  });

  it('that is damaged is said to be', async () => {
    const file = join(folder, 'profile.key');
    writeFileSync(file, new Uint8Array([9, 1, 2, 3]));
    await expect(sealedKey(file, storeOf(9))).rejects.toMatchObject({ code: 'DATABASE_KEY', reason: 'DAMAGED' });
  });

  it('is not trusted to a store that cannot open its own seal', async () => {
    const forgetful = { ...storeOf(9), open: async () => new Uint8Array(32) };
    await expect(sealedKey(join(folder, 'profile.key'), forgetful)).rejects.toMatchObject({ reason: 'NO_KEY_STORE' });
    expect(() => statSync(join(folder, 'profile.key'))).toThrow('ENOENT');
  });
});

it('the key of a demo is open, private and stays the same', () => {
  const file = join(folder, 'demo.key');
  const key = demoKey(file);
  expect(demoKey(file)).toEqual(key);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, 'short');
  expect(() => demoKey(file)).toThrow('DAMAGED');
});

it('the policy of the machine grants only what it says', () => {
  const file = join(folder, 'policy.json');
  expect(readPolicy(file)).toEqual({ plainKeyStore: false });
  for (const [text, plainKeyStore] of [
    ['{"plainKeyStore":true}', true],
    ['{"plainKeyStore":"yes"}', false],
    ['null', false],
    ['{', false],
  ] as const) {
    writeFileSync(file, text);
    expect(readPolicy(file)).toEqual({ plainKeyStore });
  }
  expect(policyFile('linux', {})).toBe('/etc/opora/policy.json');
  expect(policyFile('win32', { ProgramData: 'D:\\PD' })).toContain('D:\\PD');
});
