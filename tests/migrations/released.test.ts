import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Workplace } from '#electron/core/app/workplace.ts';
import { commitPage } from '#electron/core/store/commit-page.ts';
import { createTables } from '#electron/core/store/create.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { undecided } from '#electron/core/store/outbox.ts';
import { entities } from '#shared/domain/registry.ts';
import { schemaVersion } from '#shared/sync/version.ts';
import {
  changeOf,
  here,
  pageOf,
  rowsOf,
  type Stamped,
  tracesOf,
  wholeRow,
  wholeRows,
} from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { documentRow, rowId } from '#tests/fixtures/kernel/rows.ts';
import { fixtureKey } from '#tests/migrations/write-fixture.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const versions = readdirSync(fixtures)
  .filter((name) => name.endsWith('.db'))
  .map((name) => name.slice('schema-'.length, -'.db'.length));

interface Expected {
  rows: [string, Stamped][];
  outbox: unknown[];
  pending: unknown[];
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-released-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The database of a version as a person left it, opened by this program. */
function openReleased(version: string): { place: Workplace; expected: Expected } {
  const path = join(folder, 'opora.db');
  copyFileSync(join(fixtures, `schema-${version}.db`), path);
  const expected = JSON.parse(readFileSync(join(fixtures, `schema-${version}.json`), 'utf8')) as Expected;
  const settings = { path, key: fixtureKey, here, org: 'org', device: 'device', serverUrl: null };
  const place = new Workplace(settings, { changed: () => undefined, moved: () => undefined });
  return { place, expected };
}

/** Every table with its columns, whatever their order (a migrated one has new ones at its end), and the text of every index. */
function shapeOf(db: Readable): unknown[] {
  const sql = `SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY type, name`;
  const parts = db.prepare(sql).all() as { type: string; name: string; sql: string }[];
  return parts.map((part) => {
    if (part.type !== 'table') return part;
    const columns = db.pragma(`table_info("${part.name}")`) as { name: string; type: string; notnull: number }[];
    return [part.name, columns.map(({ name, type, notnull }) => `${name} ${type} ${notnull}`).sort()];
  });
}

test('this version of the schema has its database among them', () => {
  expect(versions).toContain(schemaVersion);
});

describe.each(versions)('a database written under schema %s', (version) => {
  test('opens with every row, every receipt and every unsent command as they were', () => {
    const { place, expected } = openReleased(version);
    expect([...rowsOf(place.db)].sort(([one], [other]) => (one < other ? -1 : 1))).toEqual(wholeRows(expected.rows));
    expect(place.db.prepare('SELECT n, id, name, state, code, suspended FROM outbox ORDER BY n').all()).toEqual(
      expected.outbox,
    );
    expect(undecided(place.db, 1, 9)).toEqual(expected.pending);
    expect(readMeta(place.db, 'client')).toBe('client-of-the-fixture');
    expect(place.db.pragma('integrity_check', { simple: true })).toBe('ok');
    place.close();
  });

  test('its rows are rows of today’s entities', () => {
    const { place, expected } = openReleased(version);
    for (const [key, { row }] of expected.rows) {
      const entity = key.slice(0, key.indexOf('/')) as keyof typeof entities;
      expect([key, entities[entity].schema.safeParse(row).success]).toEqual([key, true]);
    }
    place.close();
  });

  test('has the tables and indexes of a database made today', () => {
    const { place } = openReleased(version);
    const today = openWritable({ path: ':memory:', key: null });
    createTables(today, { indexes: true });
    expect(shapeOf(place.db)).toEqual(expect.arrayContaining(shapeOf(today)));
    today.close();
    place.close();
  });

  test('goes on: a new command has the next number, and the centre’s pages fit under those that wait', () => {
    const { place } = openReleased(version);
    expect(place.run('document.create', documentForm()).n).toBe(5);
    const confirmed = documentRow(rowId(4, 1), { amount: 5, labels: ['срочно'] });
    // A copy that was brought up to date holds no scope, so the centre gives it all of them again.
    const scopeAdds = ['organization'];
    const page = pageOf({ changes: [changeOf('document', confirmed, 4)], lastN: 2, toSeq: 4, scopeAdds });
    commitPage(place.db, page, here, 9);
    const key = `document/${rowId(4, 1)}`;
    expect(rowsOf(place.db).get(key)).toEqual({ row: wholeRow('document', confirmed), v: 4, at: 4_000 });
    commitPage(place.db, pageOf({ lastN: 5, toSeq: 9 }), here, 9);
    expect(tracesOf(place.db)).toBe(0);
    place.close();
  });
});
