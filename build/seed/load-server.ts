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
import type { RowOf } from '#shared/domain/registry.ts';
import type { Id } from '#shared/lib/ids.ts';

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

/** Whether the centre holds this organization with its rows. */
export async function isLoaded(pool: Pool, org: Id): Promise<boolean> {
  const store = createPostgresStore(pool);
  await store.createOrganization(org, randomUUID());
  return (await store.read(org, (tx) => tx.head())).seq > 0;
}

/**
 * Puts a company on the central server: files, accounts of `people`, then all rows in one transaction, so that where rows are
 * all the rest is. To be called once per organization, see `isLoaded`.
 */
export async function loadServer(
  company: Company,
  people: readonly RowOf<'employee'>[],
  at: number,
  { pool, dataDir, onProgress }: Place,
): Promise<Head> {
  const { org, rows, files } = company;
  await createPostgresStore(pool).createOrganization(org, randomUUID());
  await storeFiles(org, files, dataDir, onProgress);
  onProgress?.(0, people.length, 'accounts');
  const hashes = await Promise.all(people.map(() => hashPassword(demoPassword)));
  const accounts = people.map(({ id, login }, index) => {
    return { org, employeeId: id, login, passwordHash: hashes[index] as string };
  });
  await saveAccounts(pool, accounts, at);
  onProgress?.(people.length, people.length, 'accounts');
  const tell = (done: number): void => onProgress?.(done, rows.length, 'rows');
  return bulkLoad(pool, org, rows, { at, chunk: rowsOfSeq, onProgress: tell });
}

/** Writes the bytes where the server looks for them, through its own check of size and hash. */
async function storeFiles(org: Id, files: Company['files'], dataDir: string, onProgress?: Progress): Promise<void> {
  const vault = new FileVault(dataDir);
  await mkdir(vault.uploads, { recursive: true });
  let done = 0;
  const queue = [...files];
  const worker = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [sha256, bytes] = next;
      const upload = join(vault.uploads, `seed-${sha256}`);
      await writeFile(upload, bytes);
      const taken = await vault.take(org, upload, { sha256, size: bytes.length });
      if (!taken) throw new Error(`file ${sha256} is not itself`);
      done += 1;
      onProgress?.(done, files.size, 'files');
    }
  };
  // Waiting for the disk is most of the work, so several wait at once.
  await Promise.all(Array.from({ length: 8 }, worker));
}
