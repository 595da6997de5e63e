import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTables } from '#electron/core/store/create.ts';
import { compactSearch } from '#electron/core/store/forget/compact-search.ts';
import { openWritable } from '#electron/core/store/open.ts';
import { indexDocument, removeFromIndex } from '#electron/core/store/search/index-document.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { indexText } from '#shared/lib/text/index-text.ts';
import { rowId } from '#tests/fixtures/kernel/rows.ts';

test('words of rows that were taken out of the index are gone from its segments; all others are found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opora-compact-'));
  const path = join(folder, 'plain.db');
  const db = openWritable({ path, key: null });
  createTables(db, { indexes: true });
  const keys = wordKeysHere();
  const token = (word: string): string => indexText(word, keys).exact;
  for (let n = 0; n < 200; n += 1) {
    const text = `${n % 10 === 3 ? 'щавельник' : 'бумага'} ${n}`;
    db.transaction(() => indexDocument(db, { entity: 'document', id: rowId(4, n), text }, keys))();
  }
  const found = () => {
    const sql = 'SELECT count(*) FROM search_index WHERE search_index MATCH ?';
    return db
      .prepare(sql)
      .pluck()
      .get(`"${token('бумага')}"`);
  };
  // Neighbours in a segment share the beginning of a term: its end is looked for.
  const isOnDisk = (): boolean => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return readFileSync(path).includes(token('щавельник').slice(2));
  };
  db.transaction(() => {
    for (let n = 3; n < 200; n += 10) removeFromIndex(db, 'document', rowId(4, n));
  })();
  expect({ found: found(), left: isOnDisk() }).toEqual({ found: 180, left: true });
  let steps = 0;
  for (let begin = true; compactSearch(db, begin); begin = false) steps += 1;
  expect(steps).toBeLessThan(500);
  expect({ found: found(), left: isOnDisk() }).toEqual({ found: 180, left: false });
  db.close();
  rmSync(folder, { recursive: true, force: true });
});
