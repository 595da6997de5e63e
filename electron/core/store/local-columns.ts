import Database from 'better-sqlite3';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { exchangeTables } from '#electron/core/store/schema.ts';

interface Column {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
}

/**
 * Brings the tables of the exchange to what `schema.ts` says today: whatever table, column or index an earlier program did not make is
 * added, nothing is changed or taken away. They are this workstation's own, so no version and no backup stands around it. A column that
 * is NOT NULL needs a DEFAULT. Idempotent; to be called at every open.
 */
export function addLocalColumns(db: Writable): void {
  const missing = missingSql(db);
  if (missing.length === 0) return;
  db.transaction(() => {
    for (const sql of missing) db.exec(sql);
  }).immediate();
}

/** What has to be run, in order. The program's own words are run in an empty database and read back: there is one source of them. */
function missingSql(db: Readable): string[] {
  const model = new Database(':memory:') as unknown as Readable;
  try {
    model.exec(exchangeTables);
    const parts = model
      .prepare(`SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'table' DESC, rowid`)
      .all() as { type: string; name: string; sql: string }[];
    const has = db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?');
    return parts.flatMap(({ type, name, sql }) => {
      if (!has.get(name)) return [sql];
      return type === 'table' ? missingColumns(db, model, name) : [];
    });
  } finally {
    model.close();
  }
}

function missingColumns(db: Readable, model: Readable, table: string): string[] {
  const names = new Set(columnsIn(db, table).map((column) => column.name));
  return columnsIn(model, table)
    .filter((column) => !names.has(column.name))
    .map(({ name, type, notnull, dflt_value: value }) => {
      const rules = `${notnull ? ' NOT NULL' : ''}${value === null ? '' : ` DEFAULT ${value}`}`;
      return `ALTER TABLE "${table}" ADD COLUMN "${name}" ${type}${rules}`;
    });
}

const columnsIn = (db: Readable, table: string): Column[] => db.pragma(`table_info("${table}")`) as Column[];
