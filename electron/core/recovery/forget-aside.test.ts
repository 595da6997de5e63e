import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { places } from '#electron/core/profile/places.ts';
import { forgetAside } from '#electron/core/recovery/forget-aside.ts';
import { sealOnce } from '#electron/core/recovery/recovery-key.ts';
import { keepReport, type StoredReport, storedReports } from '#electron/core/recovery/report.ts';
import { databaseFiles, setAside } from '#electron/core/recovery/set-aside.ts';

const userId = 'anna';
let profileDir: string;
beforeEach(() => {
  profileDir = mkdtempSync(join(tmpdir(), 'opora-aside-'));
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

/** Sets a database aside as a rescue does; returns where it lies. */
function asideOf(person: string, now: number, facts: Partial<StoredReport>): string {
  const database = places(profileDir).database(person);
  mkdirSync(dirname(database), { recursive: true });
  writeFileSync(database, 'rows');
  const { folder, files } = setAside(profileDir, databaseFiles(database), now);
  keepReport(profileDir, {
    ...{ at: now, code: 'DATABASE_CORRUPT', userId: person, base: { from: 'backup', at: now, rows: 1 } },
    ...{ journal: 0, damaged: 0, found: 0, known: 0, replayed: 0, suspended: 0, unreadable: 0, blind: false, files: 0 },
    ...{ aside: files, asideFolder: folder, replayedIds: [], ...facts },
  });
  return places(folder).database(person);
}

test('lost access: a database set aside goes when all of it was read, stays and is named when some of it was not', () => {
  const read = asideOf(userId, 1_000, {});
  const torn = asideOf(userId, 2_000, { unreadable: 2 });
  const blind = asideOf(userId, 3_000, { blind: true });
  const another = asideOf('boris', 4_000, {});
  forgetAside(profileDir, userId, 9_000);
  expect([read, torn, blind, another].map((one) => existsSync(one))).toEqual([false, true, true, true]);
  expect(storedReports(profileDir).map(({ report }) => report.forgotten)).toEqual([
    undefined,
    { at: 9_000, gone: false },
    { at: 9_000, gone: false },
    { at: 9_000, gone: true },
  ]);
  forgetAside(profileDir, userId, 10_000);
  expect(storedReports(profileDir)[1]?.report.forgotten?.at).toBe(9_000);
});

test('what a lost key sealed is left: nobody here can read it', () => {
  const database = asideOf(userId, 1_000, {});
  sealOnce(dirname(dirname(dirname(database))), new Uint8Array(32).fill(7), 1);
  forgetAside(profileDir, userId, 9_000);
  expect(existsSync(database)).toBe(true);
});
