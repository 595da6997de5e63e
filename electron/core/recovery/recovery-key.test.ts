import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CoreLog } from '#electron/core/recovery/log.ts';
import { isKeyDue, keyFits, markKey, recoveryKeyOf, sealOnce, unseal } from '#electron/core/recovery/recovery-key.ts';
import { groupsOf } from '#shared/lib/recovery-groups.ts';

let folder: string;
const key = randomBytes(32);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-sealed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was sealed is opened by its recovery key and by no other one', () => {
  expect(keyFits(folder, key)).toBeUndefined();
  sealOnce(folder, key, 5);
  const groups = recoveryKeyOf(folder, key)?.groups ?? [];
  expect(unseal(folder, groups)).toEqual({ ok: true, key: new Uint8Array(key) });
  expect(unseal(folder, groupsOf(randomBytes(32)))).toEqual({ ok: false, wrong: [] });
  expect(unseal(folder, groups.with(2, 'AAAAAAAA'))).toEqual({ ok: false, wrong: [2] });
  expect([keyFits(folder, key), keyFits(folder, randomBytes(32))]).toEqual([true, false]);
  expect(recoveryKeyOf(folder, randomBytes(32))).toBeNull();
});

test('the same key is sealed once, neither key lies readable in the file, and the sheet is due until somebody has it', () => {
  sealOnce(folder, key, 5);
  const first = readFileSync(join(folder, 'recovery.sealed'), 'utf8');
  sealOnce(folder, key, 6);
  expect(readFileSync(join(folder, 'recovery.sealed'), 'utf8')).toBe(first);
  const bytes = unseal(folder, recoveryKeyOf(folder, key)?.groups ?? []);
  for (const secret of [key, bytes.ok ? Buffer.from(bytes.key) : key])
    for (const spelt of ['hex', 'base64'] as const) expect(first).not.toContain(secret.toString(spelt));
  expect(isKeyDue(folder, 10)).toBe(true);
  markKey(folder, { laterUntil: 20 });
  expect([isKeyDue(folder, 19), isKeyDue(folder, 20)]).toEqual([false, true]);
  markKey(folder, { confirmedAt: 30 });
  expect(isKeyDue(folder, 40)).toBe(false);
});

test('the log of the core takes figures and codes, turns over, and takes nothing else', () => {
  const log = new CoreLog(folder);
  log.note('refused', { channel: 'session.login', code: 'WRONG_PASSWORD', text: 'Анна Крылова', count: 3 });
  const [line = ''] = log.tail().split('\n');
  expect(JSON.parse(line)).toMatchObject({ event: 'refused', code: 'WRONG_PASSWORD', text: '?', count: 3 });
  for (let n = 0; n < 6_000; n += 1) log.note('start', { n });
  expect(log.tail(2_000).length).toBeLessThanOrEqual(2_000);
  expect(log.tail(2_000)).toContain('"n":5999');
});
