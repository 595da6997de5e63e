import { expect, test } from 'vitest';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createCompany } from '#tests/integration/server/company.ts';
import { runWriters } from '#tests/integration/server/writers-run.ts';
import { sharedDocuments } from '#tests/integration/server/writers-writer.ts';
import { testDatabase } from '#tests/support/postgres.ts';

// A slice of `npm run writers`.
test('32 writers through four server processes: every reader sees every change once', async () => {
  const database = await testDatabase();
  const pool = createPool(database.url);
  await migrate(pool);
  await createCompany(pool, 'writers', sharedDocuments);
  await pool.end();
  const result = await runWriters({ url: database.url, org: 'writers', seconds: 3 });
  expect(result).toMatchObject({ writers: 32, missed: 0, duplicated: 0, misnumbered: 0 });
  expect(result.commits).toBeGreaterThan(64);
  await database.drop();
});
