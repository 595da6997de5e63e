import { makeLivingCompany, organizationOf } from '#build/seed/company.ts';
import { isLoaded, loadServer, type Progress } from '#build/seed/load-server.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPool } from '#server/store/pool.ts';

export interface DemoOptions {
  databaseUrl: string;
  /** The server's folder for files. */
  dataDir: string;
  /** 400 when absent. */
  documents?: number;
  onProgress?: Progress;
  /** Progress in words for a terminal. */
  say?: (text: string) => void;
}

const demoSeed = 1;
const words = { files: 'Storing files', accounts: 'Making accounts', rows: 'Loading records' } as const;

/** Fills the demo company and its accounts into a database, brought up to date first. Does nothing when the company is there. */
export async function seedDemo({ databaseUrl, dataDir, documents = 400, onProgress, say }: DemoOptions): Promise<void> {
  const pool = createPool(databaseUrl, { max: 4 });
  try {
    await migrate(pool);
    if (await isLoaded(pool, organizationOf(demoSeed))) return;
    const now = Date.now();
    const company = await makeLivingCompany({ seed: demoSeed, documents, now });
    await loadServer(company, company.people, now, {
      pool,
      dataDir,
      onProgress(done, total, phase) {
        onProgress?.(done, total, phase);
        if (done === total && total > 0) say?.(`${words[phase]}: ${total}`);
      },
    });
  } finally {
    await pool.end();
  }
}
