import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';

/** Brings the schema up to date: each file of migrations/ once, in order, in a transaction of its own. Returns the names applied. */
export async function migrate(pool: Pool, folder = join(import.meta.dirname, 'migrations')): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const client = await pool.connect();
  try {
    await createTable(client);
    const applied: string[] = [];
    for (const name of files) {
      const sql = await readFile(join(folder, name), 'utf8');
      if (await applyOnce(client, name, sql)) applied.push(name);
    }
    return applied;
  } finally {
    client.release();
  }
}

async function createTable(client: PoolClient): Promise<void> {
  const sql =
    'CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())';
  // Two servers that start together may both try; IF NOT EXISTS does not look at what is not committed yet.
  await client.query(sql).catch((error: { code?: string }) => {
    if (error.code !== '23505' && error.code !== '42P07') throw error;
  });
}

const deadlock = '40P01';

/** Where a server of the version before still works, its readers may stand in the way of a change of tables: then it is tried again. */
async function applyOnce(client: PoolClient, name: string, sql: string, attempt = 1): Promise<boolean> {
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE schema_migration IN EXCLUSIVE MODE');
    const known = await client.query('SELECT 1 FROM schema_migration WHERE name = $1', [name]);
    if (known.rowCount === 0) {
      await waitForLanes(client);
      await client.query(sql);
      await client.query('INSERT INTO schema_migration (name) VALUES ($1)', [name]);
    }
    await client.query('COMMIT');
    return known.rowCount === 0;
  } catch (error) {
    await client.query('ROLLBACK');
    if ((error as { code?: string }).code === deadlock && attempt < 10)
      return applyOnce(client, name, sql, attempt + 1);
    throw new Error(`migration ${name} failed`, { cause: error });
  }
}

/** Every lane locks a row of this table first: with the table in hand no writer is half-way, and none can begin. */
async function waitForLanes(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('organization') IS NOT NULL AS there");
  if (rows[0]?.there) await client.query('LOCK TABLE organization IN ACCESS EXCLUSIVE MODE');
}
