import type { Readable } from '#electron/core/store/handle.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** A row as the table has it, and its places in the declared indexes. */
export interface Remembered {
  row: AnyRow;
  places: readonly string[];
}

/** What was read of one table: rows by id, and answers to questions about several of them. */
interface TableMemory {
  rows: Map<string, Remembered>;
  lists: Map<string, readonly AnyRow[]>;
}

/** Rows and lists of a table held at most. */
const most = 10_000;
const memories = new WeakMap<Readable, Map<EntityName, TableMemory>>();

/**
 * What is read during `work` is decoded once. Under a page thousands of pending commands run again, and those of one document read
 * the same files, versions and decisions each. To be called inside a transaction; rows are shared: nobody may change them in place.
 */
export function remembering<T>(db: Readable, work: () => T): T {
  if (memories.has(db)) return work();
  memories.set(db, new Map());
  try {
    return work();
  } finally {
    memories.delete(db);
  }
}

/** null: nothing is remembered at present. */
export function memoryOf(db: Readable, entity: EntityName): TableMemory | null {
  const tables = memories.get(db);
  if (!tables) return null;
  const known = tables.get(entity);
  if (known && known.rows.size < most && known.lists.size < most) return known;
  const empty: TableMemory = { rows: new Map(), lists: new Map() };
  tables.set(entity, empty);
  return empty;
}

/** The row is written or deleted: what was read of it, and every list it may leave or come to, holds no longer. */
export function forgetRow(db: Readable, entity: EntityName, id: string): void {
  const table = memories.get(db)?.get(entity);
  table?.rows.delete(id);
  table?.lists.clear();
}
