import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { readStored } from '#electron/core/store/rows/read.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';

/** Rows of an entity by SQL of this program that follows `SELECT * FROM <entity>`. */
export function rowsOf<E extends EntityName>(db: Readable, entity: E, tail: string, ...values: unknown[]): RowOf<E>[] {
  const records = prepared(db, `SELECT * FROM "${entity}" ${tail}`).all(...values) as Record<string, unknown>[];
  return records.map((record) => decodeRow(entity, record) as RowOf<E>);
}

/** One row with the version and the time of the centre. */
export function storedOf<E extends EntityName>(
  db: Readable,
  entity: E,
  id: string,
): { row: RowOf<E>; v: number; at: number } | null {
  const stored = readStored(db, entity, id);
  return stored && { row: stored.row as RowOf<E>, v: stored.v, at: stored.at };
}

/** Open disputes about a record: which, and over which fields. */
export const openConflicts = (db: Readable, objectId: string): { id: string; fields: string[] }[] =>
  rowsOf(db, 'conflict', `WHERE objectId = ? AND state = 'open' ORDER BY id`, objectId).map(({ id, fields }) => ({
    id,
    fields: fields.map((one) => one.field),
  }));
