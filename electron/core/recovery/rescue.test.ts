import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { inspect } from '#electron/core/recovery/inspect.ts';
import { rescue } from '#electron/core/recovery/rescue.ts';
import { salvage } from '#electron/core/recovery/salvage.ts';
import { backupsOf } from '#electron/core/store/backup.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { here } from '#tests/fixtures/kernel/device-rows.ts';
import { type Work, type WorkedProfile, workedProfile } from '#tests/fixtures/recovery/worked-profile.ts';

const pageSize = 4096;
const now = 1_780_100_000_000;
let made: WorkedProfile[] = [];
afterEach(() => {
  for (const one of made) one.remove();
  made = [];
});
const profile = (work?: Work): WorkedProfile => {
  const one = workedProfile(work);
  made.push(one);
  return one;
};

const save = ({ profileDir, key }: WorkedProfile) =>
  rescue({ ...{ profileDir, key, here, now, download: null }, code: 'DATABASE_CORRUPT', progress: () => undefined });

/** Garbage in the middle of a file, as a failing disk leaves it. */
function spoil(path: string, page: number, bytes = 512): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0xa5), 0, bytes, page * pageSize + 64);
  closeSync(file);
}
function outboxOf({ database, key }: WorkedProfile): string[] {
  const db = openWritable({ path: database, key });
  const ids = db.prepare('SELECT id FROM outbox ORDER BY n').pluck().all() as string[];
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  db.close();
  return ids;
}
const dropJournal = ({ database }: WorkedProfile): void => {
  for (const name of readdirSync(dirname(database)))
    if (name.endsWith('.journal')) rmSync(join(dirname(database), name));
};
const contents = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(join(folder, name)).isFile()).sort();

describe('a rescue', () => {
  const damages: [string, (one: WorkedProfile) => void][] = [
    [
      'garbage in the middle',
      ({ database }) => spoil(database, Math.floor(statSync(database).size / pageSize / 2), 20_000),
    ],
    ['no first page', ({ database }) => spoil(database, 0)],
    ['the file cut in half', ({ database }) => truncateSync(database, Math.floor(statSync(database).size / 2))],
    ['an empty file', ({ database }) => truncateSync(database, 0)],
    ['no file', ({ database }) => rmSync(database)],
  ];
  test.each(damages)('of %s brings back everything entered and deletes nothing', async (_name, damage) => {
    const one = profile();
    damage(one);
    const damaged = existsSync(one.database) ? readFileSync(one.database) : null;
    const report = await save(one);
    expect(outboxOf(one)).toEqual([...one.before, ...one.after]);
    expect(report).toMatchObject({ base: { from: 'backup' }, found: 63, known: 3, replayed: 60, suspended: 0 });
    expect(report.replayedIds).toEqual(one.after);
    // What was damaged lies where the report says, as it was.
    if (damaged) {
      const name = `people/${here.userId}/opora.db`;
      expect(report.aside.map((one) => one.name)).toContain(name);
      expect(readFileSync(join(report.asideFolder ?? '', name)).equals(damaged)).toBe(true);
    }
  });

  test('without a journal brings back what the damaged file still has', async () => {
    const one = profile();
    dropJournal(one);
    spoil(one.database, Math.floor(statSync(one.database).size / pageSize) - 2);
    const known = new Set(salvage(one.database, one.key).entries.map((entry) => entry.id));
    expect(known.size).toBeGreaterThan(0);
    await save(one);
    const rescued = new Set(outboxOf(one));
    for (const id of known) expect(rescued.has(id)).toBe(true);
  });

  test('that can read neither file nor journal promises nothing', async () => {
    const one = profile();
    dropJournal(one);
    spoil(one.database, 0);
    expect(await save(one)).toMatchObject({ blind: true, replayed: 0 });
    expect(await save(profile())).toMatchObject({ blind: false });
  });

  test('keeps the session, and goes on under a new name', async () => {
    const one = profile();
    truncateSync(one.database, 0);
    await save(one);
    const db = openWritable({ path: one.database, key: one.key });
    expect(readMeta(db, 'session')?.refresh).toBe('refresh');
    expect(readMeta(db, 'lease')).toBeUndefined();
    db.close();
  });

  test('takes the newest backup that is sound', async () => {
    const one = profile();
    const [good = ''] = readdirSync(backupsOf(one.database));
    const newer = join(backupsOf(one.database), '20260514120000000-daily.db');
    writeFileSync(newer, readFileSync(join(backupsOf(one.database), good)));
    spoil(newer, 3, 40_000);
    truncateSync(one.database, 0);
    const before = contents(one.profileDir).length;
    expect(await save(one)).toMatchObject({ base: { from: 'backup' }, replayed: 60 });
    expect(contents(one.profileDir).length).toBeGreaterThanOrEqual(before);
  });

  test('with nothing to begin from is refused and touches nothing', async () => {
    const one = profile({ backup: false });
    spoil(one.database, 0);
    const before = contents(one.profileDir);
    const bytes = readFileSync(one.database);
    await expect(save(one)).rejects.toMatchObject({ code: 'NOTHING_TO_RESTORE' });
    expect(contents(one.profileDir)).toEqual(before);
    expect(readFileSync(one.database).equals(bytes)).toBe(true);
  });

  test('that was killed between setting aside and putting in place is finished by the next one', async () => {
    const one = profile();
    truncateSync(one.database, 0);
    await save(one);
    const rescued = join(dirname(one.database), 'rescued.db');
    writeFileSync(rescued, readFileSync(one.database));
    rmSync(one.database);
    dropJournal(one);
    rmSync(backupsOf(one.database), { recursive: true });
    expect(await save(one)).toMatchObject({ base: { from: 'itself' } });
    expect(outboxOf(one)).toEqual([...one.before, ...one.after]);
  });

  test('twice enters nothing twice', async () => {
    const one = profile();
    spoil(one.database, 0);
    await save(one);
    spoil(one.database, 0);
    await save(one);
    expect(outboxOf(one)).toEqual([...one.before, ...one.after]);
  });
});

describe('damage at random places', () => {
  /** What single reads by number find: the rows that readable pages hold, told by other means than the salvage. */
  function readable({ database, key }: WorkedProfile): string[] {
    const found: string[] = [];
    for (let n = 1; n <= 63; n += 1) {
      try {
        const db = new Database(database, { readonly: true });
        db.pragma(`cipher = 'chacha20'`);
        db.pragma(`key = "x'${key.toString('hex')}'"`);
        const id = db.prepare('SELECT id, args FROM outbox NOT INDEXED WHERE n = ?').pluck().get(n);
        db.close();
        if (id) found.push(id as string);
      } catch {
        // this one lies on a damaged page
      }
    }
    return found;
  }
  const places = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), bytes: fc.integer({ min: 1, max: 9_000 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );

  test('nothing that the journal has is lost', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (spots) => {
        const one = profile();
        const pages = statSync(one.database).size / pageSize;
        for (const { at, bytes } of spots) spoil(one.database, Math.floor(at * pages), bytes);
        await save(one);
        expect(outboxOf(one)).toEqual([...one.before, ...one.after]);
      }),
      { numRuns: 6 },
    );
  });

  test('nothing that a readable page has is lost, with the journal gone', async () => {
    await fc.assert(
      fc.asyncProperty(places, async (spots) => {
        const one = profile();
        dropJournal(one);
        const pages = statSync(one.database).size / pageSize;
        for (const { at, bytes } of spots) spoil(one.database, Math.max(1, Math.floor(at * pages)), bytes);
        const expected = readable(one);
        await save(one);
        const rescued = new Set(outboxOf(one));
        for (const id of expected) expect(rescued.has(id)).toBe(true);
      }),
      { numRuns: 6 },
    );
  });
});

describe('an inspection', () => {
  const look = ({ profileDir, key }: WorkedProfile, given: Buffer | null = key) =>
    inspect({
      ...{ profileDir, key: given, userId: here.userId, centre: 'unreachable', keyHome: 'file', now },
      trouble: { code: 'DATABASE_CORRUPT', details: {}, person: null },
    });

  test('says in figures what is there, and touches nothing', () => {
    const one = profile();
    spoil(one.database, 0);
    const before = contents(one.profileDir).join();
    const seen = look(one);
    expect(seen).toMatchObject({ journal: { changes: 63 }, unsent: 63, steps: ['rescue', 'download'] });
    expect(seen.backups).toMatchObject([{ ok: true }]);
    expect(seen.database).toMatchObject({ state: 'unreadable' });
    expect(contents(one.profileDir).join()).toBe(before);
  });

  test('without a key weighs and reads nothing', () => {
    const one = profile();
    const seen = look(one, null);
    expect(seen).toMatchObject({ unsent: null, journal: { changes: null }, fromDamaged: null });
    expect(seen.journal?.bytes).toBeGreaterThan(1_000);
    expect(seen.backups).toMatchObject([{ ok: null }]);
  });
});
