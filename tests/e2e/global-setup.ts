import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemo } from '#build/seed.ts';
import { createDatabase, startPostgres } from '#server/embedded/postgres.ts';
import { templateName } from '#tests/e2e/support/office.ts';

/** One cluster and one filled company for the whole run; every test works on a copy of it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'opora-e2e-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  const files = join(folder, 'template');
  await mkdir(files);
  const databaseUrl = await createDatabase(postgres.url, templateName);
  await seedDemo({ databaseUrl, dataDir: files, say: () => undefined });
  process.env['OPORA_E2E_POSTGRES'] = postgres.url;
  process.env['OPORA_E2E_FOLDER'] = folder;
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
