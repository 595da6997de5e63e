import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { serverStoreConformance } from '#tests/conformance/server-store.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';
import { testDatabase } from '#tests/support/postgres.ts';

serverStoreConformance('memory', async () => ({ store: createMemoryStore(), close: async () => undefined }));

serverStoreConformance('PostgreSQL', async () => {
  const database = await testDatabase();
  const pool = createPool(database.url);
  await migrate(pool);
  const close = async (): Promise<void> => {
    await pool.end();
    await database.drop();
  };
  return { store: createPostgresStore(pool), close };
});
