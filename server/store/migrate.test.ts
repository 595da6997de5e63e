import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { testDatabase } from '#tests/support/postgres.ts';

test('migrations run once each, in order, also when two servers start together; a failing one leaves nothing', async () => {
  const database = await testDatabase();
  const pool = createPool(database.url);
  const folder = await mkdtemp(join(tmpdir(), 'opora-migrations-'));
  try {
    const both = await Promise.all([migrate(pool), migrate(pool)]);
    const applied = both.flat().sort();
    expect(applied).toEqual([...new Set(applied)]);
    expect(applied[0]).toBe('0001-organizations-and-rows.sql');
    expect(await migrate(pool)).toEqual([]);

    await writeFile(join(folder, '9001-good.sql'), 'CREATE TABLE good (id int);');
    await writeFile(join(folder, '9002-bad.sql'), 'CREATE TABLE half (id int); SELECT 1 / 0;');
    await expect(migrate(pool, folder)).rejects.toThrow('9002-bad.sql');
    const tables = await pool.query("SELECT tablename FROM pg_tables WHERE tablename IN ('good', 'half')");
    expect(tables.rows).toEqual([{ tablename: 'good' }]);
    await writeFile(join(folder, '9002-bad.sql'), 'CREATE TABLE half (id int);');
    expect(await migrate(pool, folder)).toEqual(['9002-bad.sql']);
  } finally {
    await pool.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
});

test('a number that JavaScript cannot hold exactly is an error, not a rounded number', async () => {
  const database = await testDatabase();
  const pool = createPool(database.url);
  try {
    expect((await pool.query('SELECT 9007199254740991::bigint AS n')).rows).toEqual([{ n: 9_007_199_254_740_991 }]);
    await expect(pool.query('SELECT 9007199254740993::bigint AS n')).rejects.toThrow('beyond 2^53');
    expect((await pool.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  } finally {
    await pool.end();
    await database.drop();
  }
});
