import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Writable } from '#electron/core/store/handle.ts';
import { openReadable, openWritable } from '#electron/core/store/open.ts';
import { createWordKeys } from '#shared/lib/text/word-keys.ts';
import { corpus } from '#tests/bench/support-search-corpus.ts';
import { drainSearch, markDirty } from './drain-search.ts';
import { indexDocument } from './index-document.ts';
import { loadDictionary } from './load-dictionary.ts';
import { rebuildSearch } from './rebuild-search.ts';
import { searchSchema } from './schema.ts';
import { search } from './search.ts';
import { isSearchCurrent, markOldRows } from './search-version.ts';

const keysOf = createWordKeys(loadDictionary(`${import.meta.dirname}/data/russian-forms.bin.br`));
const rows = [...corpus(400)].map((row) => ({ entity: 'document', ...row }));
const texts = new Map(rows.map((row) => [row.id, row]));
const source = { keysOf, loadText: (_: string, id: string) => texts.get(id) };

let folder: string;
let db: Writable;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opora-drain-'));
  db = openWritable({ path: join(folder, 'a.db'), key: Buffer.alloc(32, 1) });
  db.exec(searchSchema);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function markAll(): void {
  db.transaction(() => {
    for (const row of rows) markDirty(db, row.entity, row.id);
  })();
}

const everything = (): { rowid: number; id: string; hash: string }[] =>
  db.prepare('SELECT rowid, id, hash FROM search_row ORDER BY id').all() as {
    rowid: number;
    id: string;
    hash: string;
  }[];

test('slices go on where the last one ended, at least a row each', () => {
  markAll();
  let slices = 0;
  for (let left = true; left; slices += 1) {
    const slice = drainSearch(db, source, 0);
    expect(slice.drained).toBe(1);
    left = slice.left;
  }
  expect(slices).toBe(rows.length);
  expect(everything().map((row) => row.id)).toEqual(rows.map((row) => row.id));
  expect(drainSearch(db, source)).toEqual({ drained: 0, left: false });
  expect(() => db.exec("INSERT INTO search_index(search_index) VALUES ('integrity-check')")).not.toThrow();
});

test('an unchanged content is not indexed again', () => {
  const row = { entity: 'document', id: 'a', text: 'акт' };
  expect(indexDocument(db, row, keysOf)).toBe('indexed');
  expect(indexDocument(db, row, keysOf)).toBe('unchanged');
  expect(indexDocument(db, { ...row, text: 'акты' }, keysOf)).toBe('indexed');
  expect(indexDocument(db, { ...row, text: 'акты', owner: 'b' }, keysOf)).toBe('indexed');
  expect(indexDocument(db, { ...row, text: 'иное', contentHash: '1' }, keysOf)).toBe('indexed');
  expect(indexDocument(db, { ...row, text: 'другое', contentHash: '1' }, keysOf)).toBe('unchanged');
});

test('rows written by another version are noticed', () => {
  expect(isSearchCurrent(db)).toBe(true);
  indexDocument(db, { entity: 'document', id: 'a', text: 'акт' }, keysOf);
  expect(isSearchCurrent(db)).toBe(true);
  db.exec("UPDATE search_row SET hash = '0:' || hash");
  expect(isSearchCurrent(db)).toBe(false);
  expect(indexDocument(db, { entity: 'document', id: 'a', text: 'акт' }, keysOf)).toBe('indexed');
});

test('rows written by another version are marked bit by bit, once, and come out right', () => {
  db.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
  markAll();
  while (drainSearch(db, source).left);
  db.exec("UPDATE search_row SET hash = '0:' || hash");
  const highest = db.prepare('SELECT max(rowid) FROM search_row').pluck().get() as number;
  // As after years of work: the rows stand far apart.
  db.prepare('UPDATE search_row SET rowid = rowid + 5000 WHERE rowid = ?').run(highest);
  let steps = 1;
  for (; markOldRows(db); steps += 1);
  expect(steps).toBeGreaterThan(2);
  while (drainSearch(db, source).left);
  expect(isSearchCurrent(db)).toBe(true);
  db.exec("UPDATE search_row SET hash = '0:' || hash");
  expect(markOldRows(db)).toBe(false);
  expect(db.prepare('SELECT count(*) FROM search_dirty').pluck().get()).toBe(0);
});

test('an index of this program has nothing to be marked', () => {
  db.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)');
  markAll();
  while (drainSearch(db, source).left);
  expect(markOldRows(db)).toBe(false);
  expect(db.prepare('SELECT count(*) FROM search_dirty').pluck().get()).toBe(0);
});

test('a title of 100,000 letters and a body of a million go in and are found', () => {
  const long = `${'Щ'.repeat(100_000)} ${'договор аренды номер 17 '.repeat(40_000)} конец`;
  indexDocument(db, { entity: 'document', id: 'a', text: long }, keysOf);
  for (const query of ['концом ', 'щ'.repeat(200), '"номер 17 конец"']) {
    expect(search(db, query, source).hits, query.slice(0, 20)).toEqual([{ entity: 'document', id: 'a' }]);
  }
});

test('a failing row leaves the slice undone and the list as it was', () => {
  markAll();
  const failing = {
    keysOf,
    loadText: (_: string, id: string) => {
      if (id === rows[3]?.id) throw new Error('unreadable');
      return texts.get(id);
    },
  };
  expect(() => drainSearch(db, failing, 10_000)).toThrow('unreadable');
  expect(db.prepare('SELECT count(*) FROM search_dirty').pluck().get()).toBe(rows.length);
  expect(everything()).toEqual([]);
});

test('rebuilding gives what draining gives, also for a reader that knew the old rows', () => {
  markAll();
  while (drainSearch(db, source).left);
  const reader = openReadable({ path: join(folder, 'a.db'), key: Buffer.alloc(32, 1) });
  const queries = ['договоры ', 'оплат', 'Кузнецовым ', 'и ', '418', '"на сумму"', rows[7]?.text.slice(0, 17) ?? ''];
  const answers = queries.map((query) => search(reader, query, source));
  expect(answers.every((answer) => answer.total > 0)).toBe(true);
  expect(rebuildSearch(db, rows, keysOf)).toBe(rows.length);
  // Score ties may fall differently by a rounding of the last digit: totals and members stay.
  queries.forEach((query, i) => {
    const again = search(reader, query, source, { limit: 1_000 });
    expect(again.total).toBe(answers[i]?.total);
    const ids = new Set(again.hits.map((hit) => hit.id));
    expect(answers[i]?.hits.every((hit) => ids.has(hit.id))).toBe(true);
  });
  const [{ rowid } = { rowid: 0 }] = everything();
  expect(rowid).toBeGreaterThan(rows.length);
  reader.close();
});
