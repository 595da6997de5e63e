import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { migrate } from '#server/store/migrate.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { createCompany } from '#tests/integration/server/company.ts';
import { testDatabase } from '#tests/support/postgres.ts';

test('a user that is no superuser and may create nothing owns the tables, works, and is stopped by row-level security itself', async () => {
  const database = await testDatabase();
  const name = `plain_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  await admin.query('DO $$ BEGIN CREATE ROLE opora_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$');
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'plain' NOSUPERUSER NOCREATEROLE`);
  await admin.query(`GRANT opora_app TO ${name}`);
  await admin.query(`ALTER SCHEMA public OWNER TO ${name}`);
  const url = new URL(database.url);
  [url.username, url.password] = [name, 'plain'];
  const pool = createPool(url.toString());
  try {
    await migrate(pool);
    await createCompany(pool, 'one', 3);
    const head = await createPostgresStore(pool).read('one', (tx) => tx.head());
    expect(head.seq).toBe(1);
    expect(await organizationsForJobs(pool)).toEqual(['one']);
    for (const table of ['stored_row', 'account', 'organization']) {
      expect((await pool.query(`SELECT count(*) AS count FROM ${table}`)).rows).toEqual([{ count: 0 }]);
    }
  } finally {
    await pool.end();
    await admin.query(`REASSIGN OWNED BY ${name} TO CURRENT_USER`);
    await admin.query(`DROP OWNED BY ${name}`);
    await admin.query(`DROP ROLE ${name}`);
    await admin.end();
    await database.drop();
  }
});
