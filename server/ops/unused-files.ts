import { readConfig } from '#server/config.ts';
import { FileVault } from '#server/store/file-vault.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';
import { createPool } from '#server/store/pool.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { sweepFiles } from '#server/sync/file-sweep.ts';

// `node server/ops/unused-files.ts [--remove]`: files that no attachment names, for the operator. Without the word it only counts.
const config = readConfig(process.env);
if (!config.databaseUrl) throw new Error('DATABASE_URL names the database whose files are counted');
const pool = createPool(config.databaseUrl);
const store = createPostgresStore(pool);
const vault = new FileVault(config.dataDir);
const dryRun = !process.argv.includes('--remove');
try {
  for (const org of await organizationsForJobs(pool)) {
    console.log(JSON.stringify({ org, ...(await sweepFiles({ store, vault, org, now: Date.now(), dryRun })) }));
  }
} finally {
  await pool.end();
}
