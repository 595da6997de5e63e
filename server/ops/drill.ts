import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { startPostgres } from '#server/embedded/postgres.ts';
import { type Manifest, openBackup, sha256Of } from '#server/ops/backup-folder.ts';
import { checkDatabase, type NotedHeads } from '#server/ops/check-database.ts';
import { promisedHash, type StoredFile } from '#server/ops/file-copies.ts';
import { readLines } from '#server/ops/json-lines.ts';
import { restore } from '#server/ops/restore.ts';
import { createPool } from '#server/store/pool.ts';
import { inTenant } from '#server/store/tenant.ts';

export interface DrillResult {
  ok: boolean;
  from: string;
  /** Instant of the snapshot, UTC milliseconds. */
  at: number;
  organizations: number;
  rows: number;
  commands: number;
  auditEntries: number;
  files: number;
  /** Files whose bytes were read and compared with their names. */
  filesRead: number;
  seconds: number;
  problems: string[];
}

/**
 * Restores a backup into a PostgreSQL of its own that is thrown away, and checks the copy: counts against the manifest, the chain of
 * every command, the audit log, rows against the head, and files, all of them or every so many.
 */
export async function drill(options: {
  from: string;
  files: number | 'all';
  at: number;
  noted?: NotedHeads;
}): Promise<DrillResult> {
  const begun = performance.now();
  const { manifest, files } = await openBackup(options.from);
  const folder = await mkdtemp(join(tmpdir(), 'opora-drill-'));
  await chmod(folder, 0o755);
  try {
    const postgres = await startPostgres({ dataDir: folder, durable: false });
    const pool = createPool(postgres.url);
    try {
      const restored = await restore(pool, { from: options.from, dataDir: null, at: options.at });
      const checked = await checkDatabase(pool, options.noted);
      const problems = [...checked.problems, ...(await checkCounts(pool, manifest))];
      const filesRead = await checkFiles(restored.from, files, manifest, options.files, problems);
      return {
        ok: problems.length === 0,
        from: restored.from,
        at: manifest.at,
        organizations: checked.organizations,
        rows: restored.rows,
        commands: checked.commands,
        auditEntries: checked.auditEntries,
        files: manifest.files.count,
        filesRead,
        seconds: Math.round((performance.now() - begun) / 100) / 10,
        problems,
      };
    } finally {
      await pool.end();
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tables have as many rows as were put in, and heads stand where they stood. The restore itself is one entry more of the audit log. */
async function checkCounts(pool: Pool, { organizations }: Manifest): Promise<string[]> {
  const problems: string[] = [];
  for (const { org, seq, chainHash, tables } of organizations) {
    await inTenant(pool, { org }, 'snapshot', async (client) => {
      for (const { table, rows } of tables) {
        const count = `SELECT count(*) AS count FROM ${client.escapeIdentifier(table)} WHERE org_id = $1`;
        const found = (await client.query<{ count: number }>(count, [org])).rows[0]?.count;
        const wanted = table === 'audit_log' ? rows + 1 : rows;
        // Digests of scopes are made anew from the rows; scopes that nobody stands in any more have none then.
        if (found !== wanted && table !== 'scope_digest')
          problems.push(`${org}: ${table} has ${found} rows, not ${wanted}`);
      }
      const select = 'SELECT head_seq, chain_hash FROM organization WHERE org_id = $1';
      const head = (await client.query<{ head_seq: number; chain_hash: string }>(select, [org])).rows[0];
      if (head?.head_seq !== seq || head.chain_hash !== chainHash) problems.push(`${org}: the head is another one`);
    });
  }
  return problems;
}

/** Reads all files, or about as many as asked for, spread evenly. Returns how many were read. */
async function checkFiles(
  folder: string,
  root: string,
  { files: { list, count } }: Manifest,
  wanted: number | 'all',
  problems: string[],
): Promise<number> {
  const step = wanted === 'all' ? 1 : Math.max(1, Math.ceil(count / Math.max(1, wanted)));
  let [place, read] = [0, 0];
  for await (const lines of readLines(join(folder, list))) {
    for (const line of lines) {
      place += 1;
      if (place % step !== 0) continue;
      const { path } = JSON.parse(line) as StoredFile;
      const found = await sha256Of(join(root, path)).catch(() => null);
      read += 1;
      if (found !== promisedHash(path)) problems.push(`files/${path} is ${found === null ? 'missing' : 'damaged'}`);
    }
  }
  return read;
}
