import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitCommand } from '#electron/core/store/commit-command.ts';
import { commitPage } from '#electron/core/store/commit-page.ts';
import { introduce } from '#electron/core/store/create.ts';
import { fillFresh } from '#electron/core/store/fresh.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { entityNames } from '#shared/domain/registry.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';
import { changeOf, here, openDevice, pageOf, rowsOf } from '#tests/fixtures/kernel/device-rows.ts';
import { documentForm } from '#tests/fixtures/kernel/forms.ts';
import { company, rowId } from '#tests/fixtures/kernel/rows.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-fresh-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const changes: RowChange[] = [
  ...[...company()].map(([entity, row]) => changeOf(entity, row, 1)),
  ...entityNames.flatMap((entity) =>
    [1, 2, 3].map((n) => changeOf(entity, sampleRow(entity, rowId(20, n), { stamp: n }), n)),
  ),
];
const facts = { cursor: 30, chainHash: 'chain', epoch: 'epoch', scopes: ['organization'], membershipSeq: 4 };
const dirty = (db: Readable) => db.prepare('SELECT entity, id FROM search_dirty ORDER BY entity, id').all();
const indexes = (db: Readable) =>
  db.prepare(`SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name`).pluck().all();

function fill(path: string, key: Buffer): void {
  const fresh = fillFresh(path, key);
  fresh.add(changes.slice(0, 5));
  fresh.add([
    ...changes.slice(5),
    { e: 'gone', id: 'x', v: 1, at: 1, row: {} },
    { e: 'document', id: 'y', v: 1, at: 1, row: null },
  ]);
  fresh.finish(facts);
}

test('a downloaded database holds what the same rows page by page would have made', () => {
  const [path, key] = [join(folder, 'opora.db'), randomBytes(32)];
  fill(path, key);
  const db = openWritable({ path, key });
  const paged = openDevice([]);
  for (let n = 0; n < changes.length; n += 4) commitPage(paged, pageOf({ changes: changes.slice(n, n + 4) }), here, 1);
  expect(rowsOf(db)).toEqual(rowsOf(paged));
  expect(dirty(db)).toEqual(dirty(paged));
  expect(indexes(db)).toEqual(expect.arrayContaining(indexes(paged)));
  for (const [name, value] of Object.entries(facts)) expect(readMeta(db, name as 'cursor')).toEqual(value);
  paged.close();

  introduce(db, { org: 'org', userId: here.userId, device: 'd', deviceName: 'п' });
  const order = { id: rowId(7, 1), name: 'document.create', v: 1, args: documentForm() };
  expect(commitCommand(db, order, here, 1)).toMatchObject({ ok: true, n: 1 });
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.close();
});

test('not a word of it can be read without the key', () => {
  const [path, key] = [join(folder, 'opora.db'), randomBytes(32)];
  fill(path, key);
  const bytes = readFileSync(path);
  for (const word of ['SQLite format 3', 'Сибирские', 'documentId', 'CREATE TABLE'])
    expect(bytes.includes(word)).toBe(false);
});
