import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import {
  backupsOf,
  commonFiles,
  type Manifest,
  manifestName,
  type StoredTable,
  stampOf,
} from '#server/ops/backup-folder.ts';
import { copyVaultFile, vaultFiles } from '#server/ops/file-copies.ts';
import { writeLines } from '#server/ops/json-lines.ts';
import { rowTexts, type TenantTable, tenantTables } from '#server/ops/tables.ts';
import { inTenant } from '#server/store/tenant.ts';

export interface BackupResult {
  folder: string;
  organizations: number;
  rows: number;
  files: number;
  fileBytes: number;
  /** Files of the vault whose bytes are not what their names promise: they are not in the backup. */
  damaged: string[];
}

/**
 * A backup of the whole server into a new folder of a place: the database out of one snapshot, while the server works on; then the files,
 * which are never changed and are kept once for all backups of the place. What is cut short leaves no folder that counts.
 */
export async function backup(
  pool: Pool,
  dataDir: string,
  options: { to: string; version: string; at: number; keep?: number },
): Promise<BackupResult> {
  const { to, at } = options;
  const folder = join(to, stampOf(at));
  const draft = join(to, `.partial-${stampOf(at)}`);
  await mkdir(draft, { recursive: true });
  try {
    const { organizations, migrations } = await inTenant(pool, { jobs: 'list' }, 'snapshot', (client) =>
      dump(client, draft),
    );
    const { list, damaged } = await copyFiles(dataDir, to, draft);
    const files = { count: list.count, bytes: list.bytes, list: 'files.jsonl.zst', sha256: list.sha256 };
    const whole: Manifest = { format: 1, version: options.version, at, migrations, organizations, files };
    await writeSynced(join(draft, manifestName), JSON.stringify(whole, null, 1));
    await rename(draft, folder);
    await prune(to, options.keep ?? Number.POSITIVE_INFINITY);
    const rows = organizations.flatMap((one) => one.tables).reduce((sum, one) => sum + one.rows, 0);
    const counts = { organizations: organizations.length, rows, files: list.count, fileBytes: list.bytes };
    return { folder, ...counts, damaged };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Everything out of the transaction's one snapshot, organization by organization: row-level security stays on. */
async function dump(client: PoolClient, folder: string): Promise<Pick<Manifest, 'organizations' | 'migrations'>> {
  const found = await client.query<{ org_id: string; epoch: string; head_seq: number; chain_hash: string }>(
    'SELECT org_id, epoch, head_seq, chain_hash FROM organization ORDER BY org_id',
  );
  const tables = await tenantTables(client);
  // Here all of a table is wanted.
  await client.query("SELECT set_config('enable_seqscan', 'on', true)");
  const organizations: Manifest['organizations'] = [];
  for (const [n, { org_id: org, epoch, head_seq: seq, chain_hash: chainHash }] of found.rows.entries()) {
    await client.query("SELECT set_config('opora.org', $1, true)", [org]);
    const own = String(n + 1).padStart(4, '0');
    await mkdir(join(folder, own));
    const stored: StoredTable[] = [];
    for (const table of tables)
      stored.push(await dumpTable(client, org, table, folder, `${own}/${table.table}.jsonl.zst`));
    organizations.push({ org, epoch, seq, chainHash, tables: stored });
  }
  // The list of migrations belongs to no organization: the owner of the database reads it.
  await client.query("SELECT set_config('role', 'none', true)");
  const applied = await client.query<{ name: string }>('SELECT name FROM schema_migration ORDER BY name');
  return { organizations, migrations: applied.rows.map((row) => row.name) };
}

async function dumpTable(
  client: PoolClient,
  org: string,
  { table, columns }: TenantTable,
  folder: string,
  file: string,
): Promise<StoredTable> {
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const texts of rowTexts(client, table, org)) {
      rows += texts.length;
      yield `${texts.join('\n')}\n`;
    }
  }
  const sha256 = await writeLines(join(folder, file), lines());
  return { table, columns, rows, file, sha256 };
}

async function copyFiles(dataDir: string, to: string, draft: string) {
  const damaged: string[] = [];
  let [count, bytes] = [0, 0];
  async function* lines(): AsyncGenerator<string> {
    for await (const file of vaultFiles(join(dataDir, 'files'))) {
      if (!(await copyVaultFile(join(dataDir, 'files'), join(to, commonFiles), file))) {
        damaged.push(file.path);
        continue;
      }
      count += 1;
      bytes += file.size;
      yield `${JSON.stringify(file)}\n`;
    }
  }
  const sha256 = await writeLines(join(draft, 'files.jsonl.zst'), lines());
  return { list: { count, bytes, sha256 }, damaged };
}

/** Removes the oldest backups above a number. Files that only they name stay: they are kept for good. */
async function prune(to: string, keep: number): Promise<void> {
  const all = await backupsOf(to);
  for (const name of all.slice(0, Math.max(0, all.length - keep))) await rm(join(to, name), { recursive: true });
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
