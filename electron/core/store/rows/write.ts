import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { columnsOf } from '#electron/core/store/rows/columns.ts';
import { forgetRow } from '#electron/core/store/rows/memory.ts';
import { type StoredRecord, selectById } from '#electron/core/store/rows/read.ts';
import { dropCustomValues, writeCustomValues } from '#electron/core/store/views/custom-values.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/**
 * Writes a whole row; `v` and `at` are the centre's, 0 while it has not taken the row. Of a row that is here only the columns
 * that differ are touched: each spared index is a page less to read, encrypt and sync.
 */
export function writeRow(db: Writable, entity: EntityName, row: AnyRow, v: number, at: number): void {
  const stored = prepared(db, selectById(entity)).get(row.id) as StoredRecord | undefined;
  if (stored) updateRow(db, entity, stored, row, v, at);
  else insertRow(db, entity, row, v, at);
}

/** The same over a record that has just been read. */
export function updateRow(
  db: Writable,
  entity: EntityName,
  stored: StoredRecord,
  row: AnyRow,
  v: number,
  at: number,
): void {
  forgetRow(db, entity, row.id);
  const names: string[] = [];
  const values: unknown[] = [];
  const note = (name: string, value: unknown): void => {
    if (stored[name] === value) return;
    names.push(name);
    values.push(value);
  };
  for (const { name, of, keyOf } of columnsOf(entity)) {
    if (keyOf === undefined || names.includes(keyOf)) note(name, of(row));
  }
  note('v', v);
  note('at', at);
  if (names.length === 0) return;
  const sets = names.map((name) => `"${name}" = ?`).join(', ');
  prepared(db, `UPDATE "${entity}" SET ${sets} WHERE rid = ?`).run(...values, stored['rid']);
  if (entity === 'document' && names.includes('custom')) writeCustomValues(db, Number(stored['rid']), row['custom']);
}

/** Writes a row that is not here yet. */
export function insertRow(db: Writable, entity: EntityName, row: AnyRow, v: number, at: number): void {
  forgetRow(db, entity, row.id);
  const { lastInsertRowid } = prepared(db, insertSql(entity)).run(
    ...columnsOf(entity).map((column) => column.of(row)),
    v,
    at,
  );
  if (entity === 'document' && row['custom']) writeCustomValues(db, Number(lastInsertRowid), row['custom']);
}

export function deleteRow(db: Writable, entity: EntityName, id: string): void {
  if (entity === 'document') {
    const rid = prepared(db, 'SELECT rid FROM document WHERE id = ?').pluck().get(id) as number | undefined;
    if (rid !== undefined) dropCustomValues(db, rid);
  }
  prepared(db, `DELETE FROM "${entity}" WHERE id = ?`).run(id);
  forgetRow(db, entity, id);
}

/** Plain insertion, for a database that holds no such row yet. */
export function insertSql(entity: EntityName): string {
  const known = inserts.get(entity);
  if (known) return known;
  const names = [...columnsOf(entity).map((column) => `"${column.name}"`), 'v', 'at'];
  const sql = `INSERT INTO "${entity}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  inserts.set(entity, sql);
  return sql;
}

const inserts = new Map<EntityName, string>();
