import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Workplace } from '#electron/core/app/workplace.ts';
import { backUp, backupsOf } from '#electron/core/store/backup.ts';
import { commitPage } from '#electron/core/store/commit-page.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { migrate } from '#electron/core/store/migrate.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { undecided } from '#electron/core/store/outbox.ts';
import { Refusal } from '#shared/domain/error.ts';
import { schemaVersion } from '#shared/sync/version.ts';
import { changeOf, contentsOf, here, pageOf, rowsOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentRow, kazan, moscow, rowId } from '#tests/fixtures/kernel/rows.ts';
import { fixtureKey as key } from '#tests/migrations/write-fixture.ts';

const released = join(import.meta.dirname, 'fixtures/schema-1.db');
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-migration-'));
  path = join(folder, 'opora.db');
  copyFileSync(released, path);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openWorkplace = (): Workplace => {
  const settings = { path, key, here, org: 'org', device: 'device', serverUrl: null };
  return new Workplace(settings, { changed: () => undefined, moved: () => undefined });
};
const sqlOf = (db: Readable) =>
  db.prepare(`SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY type, name`).all();

/** Everything that the program which wrote it could ask of a database: its tables, its rows, its outbox, its facts. */
function wholeOf(file: string): unknown {
  const db = openWritable({ path: file, key });
  const whole = { tables: sqlOf(db), contents: contentsOf(db), check: db.pragma('integrity_check', { simple: true }) };
  db.close();
  return whole;
}

/** The steps a migration of this copy has. */
function stepsOf(): string[] {
  const steps: string[] = [];
  const copy = join(folder, 'counted.db');
  copyFileSync(released, copy);
  const db = openWritable({ path: copy, key });
  migrate(db, (what) => steps.push(what));
  db.close();
  return steps;
}

describe('the backup before a migration', () => {
  test('is the old database, whole, under the same key', () => {
    const old = wholeOf(path);
    openWorkplace().close();
    const [name] = readdirSync(backupsOf(path));
    const backup = join(backupsOf(path), name ?? '');
    expect(readdirSync(backupsOf(path))).toHaveLength(1);
    expect(() => openWritable({ path: backup, key: Buffer.alloc(32) })).toThrow('DATABASE_KEY');
    expect(wholeOf(backup)).toEqual(old);
  });

  test('is made once, and three of them are kept', () => {
    openWorkplace().close();
    openWorkplace().close();
    expect(readdirSync(backupsOf(path))).toHaveLength(1);
    const db = openWritable({ path, key });
    for (const name of ['90', '91', '92', '93']) backUp(db, { path, key }, name);
    db.close();
    expect(readdirSync(backupsOf(path))).toEqual(['91.db', '92.db', '93.db']);
  });

  test('that cannot be written stops the migration, and the database stays as it was', () => {
    const old = wholeOf(path);
    // A file stands where the folder should be.
    copyFileSync(released, backupsOf(path));
    expect(() => openWorkplace()).toThrow();
    expect(wholeOf(path)).toEqual(old);
  });
});

describe('a migration that is ended in the middle', () => {
  test('by a fault at any step leaves the old database', () => {
    const old = wholeOf(path);
    const steps = stepsOf();
    expect(steps.length).toBeGreaterThan(20);
    for (const [place, what] of steps.entries()) {
      const db = openWritable({ path, key });
      let seen = 0;
      const fail = (): void => {
        seen += 1;
        if (seen > place) throw new Error(what);
      };
      expect(() => migrate(db, fail)).toThrow(what);
      db.close();
      expect([what, wholeOf(path)]).toEqual([what, old]);
    }
  });

  test('by a power cut at any step leaves the old database', () => {
    const old = wholeOf(path);
    const db = openWritable({ path, key });
    const steps: string[] = [];
    migrate(db, (what) => {
      // What lies on the disk at this moment is what the next start would find.
      const found = join(folder, String(steps.length), 'opora.db');
      mkdirSync(dirname(found));
      for (const tail of ['', '-wal']) if (existsSync(path + tail)) copyFileSync(path + tail, found + tail);
      steps.push(what);
    });
    db.close();
    for (const [place, what] of steps.entries())
      expect([what, wholeOf(join(folder, String(place), 'opora.db'))]).toEqual([what, old]);
  });
});

test('an index that is missing in a database of today is there after the next start', () => {
  openWorkplace().close();
  const db = openWritable({ path, key });
  db.exec('DROP INDEX document_of_kind');
  db.close();
  const place = openWorkplace();
  expect(place.db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'document_of_kind'`).get()).toBeDefined();
  place.close();
});

test('a database of a later program is refused and not touched', () => {
  const db = openWritable({ path, key });
  writeMeta(db, 'schema', String(Number(schemaVersion) + 1));
  db.close();
  const old = wholeOf(path);
  let refusal: unknown;
  try {
    openWorkplace();
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code: 'NEWER_DATA' });
  expect(wholeOf(path)).toEqual(old);
  expect(existsSync(backupsOf(path))).toBe(false);
});

describe('after a migration', () => {
  test('a field that a newer centre had sent already stands in its column', () => {
    const db = openWritable({ path, key });
    const sent = JSON.stringify({ parentId: rowId(4, 9), fromTheFuture: 1 });
    db.prepare('UPDATE document SET extra = ? WHERE id = ?').run(sent, rowId(4, 1));
    db.close();
    const place = openWorkplace();
    const record = place.db.prepare('SELECT "parentId", extra FROM document WHERE id = ?').get(rowId(4, 1));
    expect(record).toEqual({ parentId: rowId(4, 9), extra: '{"fromTheFuture":1}' });
    expect(rowsOf(place.db).get(`document/${rowId(4, 1)}`)?.row).toMatchObject({ parentId: rowId(4, 9) });
    place.close();
  });

  test('a row of the centre without the new fields has nulls in their columns, and nothing aside', () => {
    const place = openWorkplace();
    const bare = documentRow(rowId(4, 7));
    for (const field of ['parentId', 'custom', 'noticeDays'] as const) delete bare[field];
    const scopeAdds = ['organization', `branch:${moscow}`];
    commitPage(place.db, pageOf({ changes: [changeOf('document', bare, 4)], toSeq: 4, scopeAdds }), here, 9);
    expect(place.db.prepare('SELECT extra FROM document WHERE id = ?').pluck().get(bare.id)).toBeNull();
    expect(rowsOf(place.db).get(`document/${bare.id}`)?.row).toMatchObject({
      ...bare,
      parentId: null,
      custom: null,
      noticeDays: null,
    });
    place.close();
  });

  test('everything is asked for again; what waits goes on waiting, and what a lost scope covered goes', () => {
    const before = openWritable({ path, key });
    writeMeta(before, 'scopes', ['organization', `branch:${moscow}`, `branch:${kazan}`]);
    before.close();
    const place = openWorkplace();
    const waiting = undecided(place.db, 1, 9);
    expect(waiting.length).toBeGreaterThan(0);
    expect(readMeta(place.db, 'scopes')).toEqual([]);
    // Казань has been taken from the person since: it is neither held nor gained.
    const gone = documentRow(rowId(4, 8), { branchId: kazan });
    commitPage(place.db, pageOf({ changes: [changeOf('document', gone, 3)], toSeq: 3, more: true }), here, 9);
    const gained = { scopeAdds: ['organization', `branch:${moscow}`], toSeq: 3 };
    const fresh = documentRow(rowId(4, 6), { branchId: moscow });
    const filling = pageOf({ ...gained, changes: [changeOf('document', fresh, 2)], more: true, after: 'done' });
    commitPage(place.db, filling, here, 9);
    commitPage(place.db, pageOf(gained), here, 9);
    const rows = rowsOf(place.db);
    expect(rows.has(`document/${fresh.id}`)).toBe(true);
    expect(rows.has(`document/${gone.id}`)).toBe(false);
    expect(readMeta(place.db, 'scopes')).toEqual([`branch:${moscow}`, 'organization']);
    expect(undecided(place.db, 1, 9)).toEqual(waiting);
    place.close();
  });
});
