import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { inTenant } from '#server/store/tenant.ts';
import { createCompany } from '#tests/integration/server/company.ts';
import { type TestDatabase, testDatabase } from '#tests/support/postgres.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  const pool = createPool(database.url);
  await migrate(pool);
  for (const org of ['one', 'two']) await createCompany(pool, org, 3);
  await pool.end();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('SET ROLE opora_app');
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const tables = async (): Promise<string[]> => {
  const found = await client.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration' ORDER BY 1",
  );
  return found.rows.map((row) => row.tablename);
};
const count = async (table: string): Promise<number> =>
  Number((await client.query<{ count: string }>(`SELECT count(*) AS count FROM ${table}`)).rows[0]?.count);

test('every table with an organization forces row-level security, also on its owner', async () => {
  const found = await client.query<{ relname: string; on: boolean; forced: boolean }>(
    `SELECT c.relname, c.relrowsecurity AS on, c.relforcerowsecurity AS forced FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' WHERE c.relkind = 'r' ORDER BY 1`,
  );
  expect(found.rows.map((row) => row.relname)).toEqual(await tables());
  expect(found.rows.length).toBeGreaterThanOrEqual(9);
  expect(found.rows.every((row) => row.on && row.forced)).toBe(true);
});

test('without an organization nothing is seen in any table, and nothing can be written', async () => {
  for (const setting of [null, '']) {
    if (setting !== null) await client.query(`SET opora.org = '${setting}'`);
    for (const table of await tables()) expect([table, await count(table)]).toEqual([table, 0]);
    await expect(client.query("INSERT INTO organization VALUES ('three', 'e', 0, '')")).rejects.toMatchObject({
      code: '42501',
    });
  }
});

test("the server's clock sees which organizations there are, and nothing else of them", async () => {
  await client.query("SET opora.jobs = 'list'");
  for (const table of await tables())
    expect([table, await count(table)]).toEqual([table, table === 'organization' ? 2 : 0]);
  expect((await client.query("UPDATE organization SET epoch = 'mine'")).rowCount).toBe(0);
  await client.query('RESET opora.jobs');
  expect(await count('organization')).toBe(0);
});

test('with an organization only its rows are seen, changed and written, whatever the statement asks for', async () => {
  await client.query("SET opora.org = 'one'");
  for (const table of ['organization', 'stored_row', 'row_scope', 'command_log', 'account']) {
    const orgs = await client.query<{ org_id: string }>(`SELECT DISTINCT org_id FROM ${table}`);
    expect([table, orgs.rows]).toEqual([table, [{ org_id: 'one' }]]);
  }
  expect((await client.query("UPDATE stored_row SET data = '{}' WHERE org_id = 'two'")).rowCount).toBe(0);
  expect((await client.query("DELETE FROM account WHERE org_id = 'two'")).rowCount).toBe(0);
  const steal = "UPDATE stored_row SET org_id = 'two'";
  await expect(client.query(steal)).rejects.toMatchObject({ code: '42501' });
  const smuggle = "INSERT INTO stored_row VALUES ('two', 'document', 'x', '{}', 1, 1, '{}')";
  await expect(client.query(smuggle)).rejects.toMatchObject({ code: '42501' });
  await client.query('RESET opora.org');
});

test('a login opens the accounts of that login and nothing else', async () => {
  await client.query("SET opora.login = 'clerk-two'");
  expect((await client.query('SELECT org_id, login FROM account')).rows).toEqual([
    { org_id: 'two', login: 'clerk-two' },
  ]);
  expect((await client.query("UPDATE account SET password_hash = '' RETURNING 1")).rowCount).toBe(0);
  for (const table of ['stored_row', 'session', 'organization']) expect(await count(table)).toBe(0);
  await client.query('RESET opora.login');
});

test('the role and the organization of a transaction do not outlive it, and quotes in a name stay a name', async () => {
  const pool = createPool(database.url, { max: 1 });
  const seen = await inTenant(pool, { org: "one'; SET ROLE none; --" }, 'snapshot', async (one) => {
    return (
      await one.query(
        "SELECT current_user, current_setting('opora.org') AS org, (SELECT count(*) FROM stored_row) AS rows",
      )
    ).rows[0];
  });
  expect(seen).toEqual({ current_user: 'opora_app', org: "one'; SET ROLE none; --", rows: 0 });
  const after = await pool.query(
    "SELECT current_user <> 'opora_app' AS owner, current_setting('opora.org', true) AS org",
  );
  expect(after.rows).toEqual([{ owner: true, org: '' }]);
  await pool.end();
});
