import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { columnsOf } from '#electron/core/store/rows/columns.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** Writes a whole row; `v` and `at` are the centre's, 0 while it has not taken the row. */
export function writeRow(db: Writable, entity: EntityName, row: AnyRow, v: number, at: number): void {
  const statement = prepared(db, upsertSql(entity));
  statement.run(...columnsOf(entity).map((column) => column.of(row)), v, at);
}

export function deleteRow(db: Writable, entity: EntityName, id: string): void {
  prepared(db, `DELETE FROM "${entity}" WHERE id = ?`).run(id);
}

const upserts = new Map<EntityName, string>();

function upsertSql(entity: EntityName): string {
  const known = upserts.get(entity);
  if (known) return known;
  const updates = columnsOf(entity).map((column) => `"${column.name}" = excluded."${column.name}"`);
  const sql = `${insertSql(entity)} ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}, v = excluded.v, at = excluded.at`;
  upserts.set(entity, sql);
  return sql;
}

/** Plain insertion, for a database that holds no such row yet. */
export function insertSql(entity: EntityName): string {
  const names = [...columnsOf(entity).map((column) => `"${column.name}"`), 'v', 'at'];
  return `INSERT INTO "${entity}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
}
