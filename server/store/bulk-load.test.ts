import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkLoad, type LoadedRow } from '#server/store/bulk-load.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { type TestDatabase, testDatabase } from '#tests/support/postgres.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url);
  await migrate(pool);
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

const idAt = (n: number): string => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const row = (n: number, sourceKey: string | null): LoadedRow => ({
  entity: 'document',
  row: { id: idAt(n), sourceKey, counterpartyId: null },
  scopes: [`branch:${n % 2}`],
});

test('after a load head, versions, chain, keys and feed are as after commands', async () => {
  const store = createPostgresStore(pool);
  await store.createOrganization('one', 'epoch');
  const done: number[] = [];
  const rows = Array.from({ length: 25 }, (_, n) => row(n, `key-${n}`));
  const head = await bulkLoad(pool, 'one', rows, { at: 77, chunk: 10, onProgress: (count) => done.push(count) });
  expect(done).toEqual([10, 20, 25]);
  expect(head).toMatchObject({ epoch: 'epoch', seq: 3 });
  await store.read('one', async (tx) => {
    expect(await tx.head()).toEqual(head);
    expect(await tx.chainAt(3)).toBe(head.chainHash);
    expect(new Set([await tx.chainAt(0), await tx.chainAt(1), await tx.chainAt(2), await tx.chainAt(3)]).size).toBe(4);
    const changes = await tx.changesSince(['branch:0', 'branch:1'], 1, 100);
    expect(changes.map((change) => change.v)).toEqual([...Array(10).fill(2), ...Array(5).fill(3)]);
    const found = await tx.byKey('document', 'sourceKey', 'key-24', 1, false);
    expect(found).toEqual([{ row: rows[24]?.row, version: 3, at: 77, scopes: ['branch:0'] }]);
    expect(await tx.backfill(['branch:1'], null, 100)).toHaveLength(12);
  });
});

test('a second load goes on after the first; the same rows again leave their old keys', async () => {
  const store = createPostgresStore(pool);
  const head = await bulkLoad(pool, 'one', [row(24, 'other'), row(30, null)], { at: 78 });
  expect(head.seq).toBe(4);
  await store.read('one', async (tx) => {
    expect(await tx.byKey('document', 'sourceKey', 'key-24', 1, false)).toEqual([]);
    expect(await tx.byKey('document', 'sourceKey', 'other', 1, false)).toHaveLength(1);
  });
});

test('a load that fails on the way leaves everything as it was', async () => {
  const store = createPostgresStore(pool);
  function* failing(): Iterable<LoadedRow> {
    for (let n = 100; n < 150; n += 1) yield row(n, null);
    throw new Error('the source is damaged');
  }
  await expect(bulkLoad(pool, 'one', failing(), { at: 79, chunk: 10 })).rejects.toThrow('the source is damaged');
  await store.read('one', async (tx) => {
    expect((await tx.head()).seq).toBe(4);
    expect((await tx.getMany('document', [idAt(100)])).size).toBe(0);
  });
});
