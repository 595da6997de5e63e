import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CheckedFiles } from '#electron/core/files/checked-files.ts';

const sha256 = createHash('sha256').update('скан').digest('hex');
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-checked-'));
  path = join(folder, sha256);
  writeFileSync(path, 'скан');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file counts as whole by its bytes', async () => {
  expect(await new CheckedFiles().isWhole(path, sha256)).toBe(true);
  writeFileSync(path, 'не тот');
  expect(await new CheckedFiles().isWhole(path, sha256)).toBe(false);
});

test('what was hashed while it was written is not read again until it looks different', async () => {
  const checked = new CheckedFiles();
  const at = new Date('2026-11-23T12:00:00Z');
  writeFileSync(path, 'сКАН');
  utimesSync(path, at, at);
  checked.written(path, sha256);
  expect(await checked.isWhole(path, sha256)).toBe(true);
  utimesSync(path, at, new Date(at.getTime() + 1_000));
  expect(await checked.isWhole(path, sha256)).toBe(false);
});
