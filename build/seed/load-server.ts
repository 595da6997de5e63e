import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Company } from '#build/seed/company.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import { hashPassword } from '#server/plugins/passwords.ts';
import { saveAccounts } from '#server/store/accounts.ts';
import { bulkLoad } from '#server/store/bulk-load.ts';
import { FileVault } from '#server/store/file-vault.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import type { Head } from '#server/sync/store-port.ts';

export type Phase = 'files' | 'accounts' | 'rows';
export type Progress = (done: number, total: number, phase: Phase) => void;

/** Rows of one seq; a workstation's copy counts its versions in the same steps. */
export const rowsOfSeq = 1_000;

export interface Place {
  /** A migrated database. */
  pool: Pool;
  /** The server's folder for files. */
  dataDir: string;
  onProgress?: Progress | undefined;
}

/** Puts a company on the central server: files, then accounts, then all rows at once. Returns null when it is there already. */
export async function loadServer(
  company: Company,
  at: number,
  { pool, dataDir, onProgress }: Place,
): Promise<Head | null> {
  const { org, rows, files, people } = company;
  const store = createPostgresStore(pool);
  await store.createOrganization(org, randomUUID());
  // The rows come last, in one transaction: where they are, all the rest is.
  if ((await store.read(org, (tx) => tx.head())).seq > 0) return null;
  await storeFiles(org, files, dataDir, onProgress);
  onProgress?.(0, people.length, 'accounts');
  const accounts = await Promise.all(
    people.map(async ({ id, login }) => ({
      org,
      employeeId: id,
      login,
      passwordHash: await hashPassword(demoPassword),
    })),
  );
  await saveAccounts(pool, accounts, at);
  onProgress?.(people.length, people.length, 'accounts');
  return bulkLoad(pool, org, rows, {
    at,
    chunk: rowsOfSeq,
    onProgress: (done) => onProgress?.(done, rows.length, 'rows'),
  });
}

/** Writes the bytes where the server looks for them, through its own check of size and hash. */
async function storeFiles(org: string, files: Company['files'], dataDir: string, onProgress?: Progress): Promise<void> {
  const vault = new FileVault(dataDir);
  await mkdir(vault.uploads, { recursive: true });
  let done = 0;
  const queue = [...files];
  const worker = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [sha256, bytes] = next;
      const upload = join(vault.uploads, `seed-${sha256}`);
      await writeFile(upload, bytes);
      if (!(await vault.take(org, upload, { sha256, size: bytes.length })))
        throw new Error(`file ${sha256} is not itself`);
      done += 1;
      onProgress?.(done, files.size, 'files');
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
