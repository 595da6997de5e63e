import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compact } from '#server/store/compact.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import type { RowWrite, ServerStore } from '#server/store/port.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { commit, document, idAt, put, remove } from '#tests/conformance/samples.ts';
import { testDatabase } from '#tests/support/postgres.ts';

let pool: Pool;
let store: ServerStore;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await testDatabase();
  pool = createPool(database.url);
  await migrate(pool);
  store = createPostgresStore(pool);
  drop = database.drop;
});
afterAll(async () => {
  await pool?.end();
  await drop?.();
});

const since = (org: string, scope: string, cursor: number) =>
  store.read(org, async (tx) => ({
    changes: (await tx.changesSince([scope], cursor, 100)).map((one) => `${one.v}${one.row ? '' : ' gone'}`),
    forgotten: await tx.forgottenSince([scope], cursor),
  }));

test('digests that an older server has not kept are worked out anew', async () => {
  const org = 'recounted';
  await store.createOrganization(org, 'epoch');
  await commit(store, org, (seq) => ({
    rows: [put('document', document(1), seq, ['branch:1']), put('document', document(2), seq, ['branch:1', 'user:a'])],
  }));
  const read = () => store.read(org, (tx) => tx.digests(['branch:1', 'user:a']));
  const kept = await read();
  expect(kept.size).toBe(2);
  await pool.query('UPDATE scope_digest SET rows = 7, digest = 7 WHERE org_id = $1', [org]);
  await store.recount?.(org, ['branch:1', 'user:a']);
  expect(await read()).toEqual(kept);
});

test('old leaves are forgotten up to a floor of each scope, newer ones and rows stay', async () => {
  const org = 'compacted';
  await store.createOrganization(org, 'epoch');
  const write = (make: (seq: number) => RowWrite) => commit(store, org, (seq) => ({ rows: [make(seq)] }));
  await write((seq) => put('document', document(1), seq, ['branch:1']));
  await write((seq) => put('document', document(1), seq, ['branch:2'], ['branch:1']));
  await write((seq) => put('document', document(2), seq, ['branch:1']));
  await write((seq) => remove('document', idAt(2), seq, ['branch:1']));
  await write((seq) => put('document', document(3), seq, ['branch:1']));
  await write((seq) => put('document', document(3), seq, ['branch:2'], ['branch:1']));
  const digests = await store.read(org, (tx) => tx.digests(['branch:1', 'branch:2']));
  expect(await since(org, 'branch:1', 0)).toEqual({ changes: ['2 gone', '4 gone', '6 gone'], forgotten: [] });

  // Everything of before the fifth commit.
  expect(await compact(pool, org, 5_000)).toBe(2);
  expect(await since(org, 'branch:1', 0)).toEqual({ changes: ['6 gone'], forgotten: ['branch:1'] });
  expect(await since(org, 'branch:1', 3)).toMatchObject({ forgotten: ['branch:1'] });
  expect(await since(org, 'branch:1', 4)).toEqual({ changes: ['6 gone'], forgotten: [] });
  expect(await since(org, 'branch:2', 0)).toEqual({ changes: ['2', '6'], forgotten: [] });
  expect(await store.read(org, (tx) => tx.digests(['branch:1', 'branch:2']))).toEqual(digests);
  const left = await pool.query(`SELECT id FROM stored_row WHERE org_id = $1 ORDER BY id`, [org]);
  expect(left.rows.map((row: { id: string }) => row.id)).toEqual([idAt(1), idAt(3)]);
  expect(await compact(pool, org, 5_000)).toBe(0);
});
