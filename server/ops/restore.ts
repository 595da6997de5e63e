import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { type Manifest, openBackup, sha256Of } from '#server/ops/backup-folder.ts';
import { copyVaultFile, type StoredFile } from '#server/ops/file-copies.ts';
import { readLines } from '#server/ops/json-lines.ts';
import { insertTexts } from '#server/ops/tables.ts';
import { appendAudit } from '#server/store/audit-chain.ts';
import { migrate } from '#server/store/migrate.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';
import { forgetDigests, rebuildDigests } from '#server/store/scope-sql.ts';
import { inTenant } from '#server/store/tenant.ts';

export interface RestoreResult {
  from: string;
  /** Instant of the snapshot, UTC milliseconds. */
  at: number;
  organizations: number;
  rows: number;
  files: number;
}

/**
 * Brings a backup back into an empty database and an empty folder of files. Every organization gets a new epoch: workstations notice
 * that the history forked and offer again what the centre has lost. Throws, before anything is written, when there is something already.
 */
export async function restore(
  pool: Pool,
  options: { from: string; dataDir: string | null; at: number },
): Promise<RestoreResult> {
  const { folder, files, manifest } = await openBackup(options.from);
  await checkParts(folder, manifest);
  await migrate(pool);
  await refuseUnknownMigrations(pool, manifest);
  if ((await organizationsForJobs(pool)).length > 0)
    throw new Error('the database is not empty: a backup is restored into an empty one only');
  if (options.dataDir !== null && (await readdir(join(options.dataDir, 'files')).catch(() => [])).length > 0)
    throw new Error(`${join(options.dataDir, 'files')} is not empty: a backup is restored into an empty folder only`);
  // Files first: an organization that is there means that everything of it is.
  const copied = options.dataDir === null ? 0 : await copyBack(folder, files, manifest, join(options.dataDir, 'files'));
  let rows = 0;
  for (const organization of manifest.organizations)
    rows += await restoreOne(pool, folder, { at: options.at, of: manifest.at }, organization);
  await pool.query('ANALYZE');
  return { from: folder, at: manifest.at, organizations: manifest.organizations.length, rows, files: copied };
}

/** Every part has the bytes that the manifest names. */
async function checkParts(folder: string, { organizations, files }: Manifest): Promise<void> {
  const parts = [...organizations.flatMap((one) => one.tables), { file: files.list, sha256: files.sha256 }];
  for (const { file, sha256 } of parts) {
    const found = await sha256Of(join(folder, file)).catch(() => null);
    if (found !== sha256) throw new Error(`${join(folder, file)} is ${found === null ? 'missing' : 'damaged'}`);
  }
}

async function refuseUnknownMigrations(pool: Pool, { migrations, version }: Manifest): Promise<void> {
  const known = await pool.query<{ name: string }>('SELECT name FROM schema_migration');
  const unknown = migrations.find((name) => !known.rows.some((row) => row.name === name));
  if (unknown) throw new Error(`the backup is of a newer server (${version}, ${unknown}): restore it with that one`);
}

/** One organization in one transaction, under row-level security. */
async function restoreOne(
  pool: Pool,
  folder: string,
  now: { at: number; of: number },
  { org, epoch, seq, tables }: Manifest['organizations'][number],
): Promise<number> {
  return inTenant(pool, { org }, 'write', async (client) => {
    let total = 0;
    for (const table of tables) {
      let rows = 0;
      for await (const lines of readLines(join(folder, table.file))) {
        await insertTexts(client, table, lines);
        rows += lines.length;
      }
      if (rows !== table.rows) throw new Error(`${table.file} has ${rows} rows, the manifest says ${table.rows}`);
      total += rows;
    }
    // A backup of an older server has none.
    await client.query(forgetDigests, [org]);
    await client.query(rebuildDigests, [org]);
    const fresh = randomUUID();
    await client.query('UPDATE organization SET epoch = $2 WHERE org_id = $1', [org, fresh]);
    const details = { backup: { at: now.of, seq }, epoch: { before: epoch, after: fresh } };
    await appendAudit(client, org, { at: now.at, actor: 'operator', event: 'restored', details });
    return total;
  });
}

async function copyBack(
  folder: string,
  files: string,
  { files: { list, count } }: Manifest,
  to: string,
): Promise<number> {
  let copied = 0;
  for await (const lines of readLines(join(folder, list))) {
    for (const line of lines) {
      const file = JSON.parse(line) as StoredFile;
      if (!(await copyVaultFile(files, to, file))) throw new Error(`${join(files, file.path)} is damaged`);
      copied += 1;
    }
  }
  if (copied !== count) throw new Error(`${list} names ${copied} files, the manifest says ${count}`);
  return copied;
}
