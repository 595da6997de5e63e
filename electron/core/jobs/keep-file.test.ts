import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepFile, largestFile, rememberFile } from '#electron/core/jobs/keep-file.ts';
import { mediaTypeOf } from '#electron/core/jobs/media-type.ts';
import { fileOf, places } from '#electron/core/profile/places.ts';
import { openDevice } from '#tests/fixtures/kernel/device-rows.ts';

let folder: string;
let profile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-keep-'));
  profile = join(folder, 'profile');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function source(bytes: Buffer): string {
  const path = join(folder, 'скан договора.pdf');
  writeFileSync(path, bytes);
  return path;
}
const drafts = () =>
  existsSync(places(profile).files) ? readdirSync(places(profile).files).filter((name) => name.endsWith('.part')) : [];

describe('keepFile', () => {
  test.each([0, 1, 65_536, 1_000_001])(
    '%i bytes lie under their hash, for their owner only, and the original is untouched',
    async (size) => {
      const bytes = randomBytes(size);
      const path = source(bytes);
      const kept = await keepFile(profile, path);
      expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size });
      const target = fileOf(profile, kept.sha256);
      expect(readFileSync(target).equals(bytes)).toBe(true);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      if (process.platform !== 'win32') expect(statSync(target).mode & 0o077).toBe(0);
      expect(drafts()).toEqual([]);
    },
  );

  test('the same bytes kept twice, even at once, are one file', async () => {
    const path = source(randomBytes(100_000));
    const [one, other] = await Promise.all([keepFile(profile, path), keepFile(profile, path)]);
    expect(other).toEqual(one);
    expect(drafts()).toEqual([]);
  });

  test('a file that is gone, a folder, a file beyond the limit: refused, and nothing is left behind', async () => {
    await expect(keepFile(profile, join(folder, 'нет.pdf'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    mkdirSync(join(folder, 'папка'));
    await expect(keepFile(profile, join(folder, 'папка'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    const sparse = source(Buffer.alloc(0));
    truncateSync(sparse, largestFile + 1);
    const details = { size: largestFile + 1, limit: largestFile };
    await expect(keepFile(profile, sparse)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', details });
    expect(drafts()).toEqual([]);
  });
});

test('a remembered file waits for its way to the centre, again when it is attached again', () => {
  const db = openDevice([]);
  rememberFile(db, { sha256: 'a', size: 5 }, 7);
  db.prepare(`UPDATE file SET uploaded = 1, problem = 'X'`).run();
  rememberFile(db, { sha256: 'a', size: 5 }, 8);
  expect(db.prepare('SELECT sha256, size, here, uploaded, problem, added_at FROM file').all()).toEqual([
    { sha256: 'a', size: 5, here: 1, uploaded: 0, problem: null, added_at: 7 },
  ]);
  db.close();
});

test.each([
  ['Договор.PDF', 'application/pdf'],
  ['архив.tar.zip', 'application/zip'],
  ['без окончания', 'application/octet-stream'],
  ['вирус.exe', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('the media type of «%s»', (name, type) => {
  expect(mediaTypeOf(name)).toBe(type);
});
