import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { inTenant } from '#server/store/tenant.ts';
import { type TestDatabase, testDatabase } from '#tests/support/postgres.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database.url, { max: 1 });
  await migrate(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('a connection that is lost in the middle of a transaction fails that transaction and nothing else', async () => {
  const killer = new Client({ connectionString: database.url });
  await killer.connect();
  const torn = inTenant(pool, { org: 'one' }, 'write', async (client) => {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const gone = new Promise((resolve) => client.once('end', resolve));
    await killer.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await gone;
    return client.query('SELECT 1');
  });
  await expect(torn).rejects.toThrow();
  const answer = await inTenant(pool, { org: 'one' }, 'snapshot', (client) => client.query('SELECT 1 AS one'));
  expect(answer.rows).toEqual([{ one: 1 }]);
  await killer.end();
});
