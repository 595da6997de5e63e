import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { bringUpToDate, migrate } from '#electron/core/store/migrate.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';
import { fixtureKey } from '#tests/migrations/write-fixture.ts';
import { type Crashable, crashable } from '#tests/simulation/crashable.ts';
import { insertInto, tables } from '#tests/simulation/device-copy.ts';

/** The statements with which the program of the first schema made its tables, from the database it left behind. */
let statements: string[] | null = null;
function oldTables(): string[] {
  if (statements) return statements;
  const path = join(import.meta.dirname, '../migrations/fixtures/schema-1.db');
  const db = openReadable({ path, key: fixtureKey });
  const sql = `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_index_%' ORDER BY rowid`;
  statements = db.prepare(sql).pluck().all() as string[];
  db.close();
  return statements;
}

/** The same workstation as a program two versions older would have kept it: fields it did not know lie aside, rows of entities it did not know are not there. */
function asOldProgram(db: Readable): Writable {
  const old = new Database(':memory:') as unknown as Writable;
  for (const sql of oldTables()) old.exec(sql);
  old.transaction(() => {
    for (const table of tables) {
      const columns = old.pragma(`table_info("${table}")`) as { name: string }[];
      const names = new Set(columns.map((column) => column.name));
      if (names.size === 0) continue;
      for (const record of db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[])
        if (isKnown(old, table, record)) insertInto(old, table, oldRecord(table, record, names));
    }
    old.prepare(`UPDATE meta SET value = '"1"' WHERE key = 'schema'`).run();
  })();
  return old;
}

/** Whether the entity that a remembered row or key belongs to was known then. */
function isKnown(old: Readable, table: string, record: Record<string, unknown>): boolean {
  const about = record['entity'] ?? (table === 'pending_key' ? String(record['key']).split(/[#/]/)[0] : undefined);
  if (about === undefined) return true;
  return old.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(about) !== undefined;
}

function oldRecord(
  table: string,
  record: Record<string, unknown>,
  names: ReadonlySet<string>,
): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name)));
  if (!entityOf(table)) return kept;
  const aside = Object.entries(decodeRow(table as EntityName, record)).filter(([name]) => !names.has(name));
  return aside.length > 0 ? { ...kept, extra: JSON.stringify(Object.fromEntries(aside)) } : kept;
}

/**
 * Two versions pass: the profile is one of the first program, and today's brings it up to date, ended at the given step the first
 * time. Returns the database that goes on.
 */
export function passTwoVersions(plug: Crashable, killedAt: number): Crashable {
  const old = asOldProgram(plug.db);
  plug.db.close();
  let steps = 0;
  try {
    migrate(old, () => {
      steps += 1;
      if (steps > killedAt) throw new Error('killed');
    });
  } catch (error) {
    if ((error as Error).message !== 'killed') throw error;
  }
  bringUpToDate(old, { path: ':memory:', key: null }, 0);
  return crashable(old);
}
