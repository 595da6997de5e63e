import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { entityNames } from '#shared/domain/registry.ts';

/** Every table that a workstation keeps beside the search index. */
export const tables: readonly string[] = [
  ...entityNames,
  'outbox',
  'pending_key',
  'undo',
  'file',
  'search_dirty',
  'custom_value',
  'meta',
];

/** The contents of a database by table, as a backup of the profile or a copied disk has them. */
export type Copy = ReadonlyMap<string, readonly Record<string, unknown>[]>;

export function copyOf(db: Readable): Copy {
  const copy = new Map<string, Record<string, unknown>[]>();
  for (const table of tables) {
    const rows = prepared(db, `SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
    if (rows.length > 0) copy.set(table, rows);
  }
  return copy;
}

/** Takes away every row of every table; what the tables were made with stays. */
export function empty(db: Writable): void {
  db.transaction(() => {
    for (const table of tables)
      prepared(db, `DELETE FROM "${table}" ${table === 'meta' ? `WHERE key <> 'schema'` : ''}`).run();
  })();
}

/** Puts a copy in the place of everything. */
export function putCopy(db: Writable, copy: Copy): void {
  db.transaction(() => {
    for (const table of tables) prepared(db, `DELETE FROM "${table}"`).run();
    for (const [table, rows] of copy) for (const row of rows) insertInto(db, table, row);
  })();
}

export function insertInto(db: Writable, table: string, row: Record<string, unknown>): void {
  const names = Object.keys(row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  const marks = names.map(() => '?').join(', ');
  prepared(db, `INSERT INTO "${table}" (${columns}) VALUES (${marks})`).run(...Object.values(row));
}
