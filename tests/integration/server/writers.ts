import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '#server/embedded/postgres.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';
import { createCompany } from '#tests/integration/server/company.ts';
import { runWriters } from '#tests/integration/server/writers-run.ts';
import { sharedDocuments } from '#tests/integration/server/writers-writer.ts';

// `npm run writers -- --minutes N --json`: 32 concurrent writers on a durable PostgreSQL through four sets of lanes, readers that
// pull meanwhile. Ends with code 1 when a reader missed a change or was given one twice.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    writers: { type: 'string', default: '32' },
    readers: { type: 'string', default: '4' },
    processes: { type: 'string', default: '4' },
    batch: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const org = 'writers';
const folder = await mkdtemp(join(tmpdir(), 'opora-writers-'));
await chmod(folder, 0o755);
const postgres = await startPostgres({ dataDir: folder });
try {
  const pool = createPool(postgres.url);
  await migrate(pool);
  await createCompany(pool, org, sharedDocuments);
  await pool.end();
  const result = await runWriters({
    url: postgres.url,
    org,
    seconds: Number(values.minutes) * 60,
    writers: Number(values.writers),
    readers: Number(values.readers),
    processes: Number(values.processes),
    batch: Number(values.batch),
    onProgress: (commits) => console.error(`${commits} commits`),
  });
  if (values.json) console.log(JSON.stringify(result));
  else console.table(result);
  process.exitCode = result.missed + result.duplicated + result.misnumbered > 0 ? 1 : 0;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
