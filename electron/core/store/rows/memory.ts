import type { Readable } from '#electron/core/store/handle.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** A row as the table has it, and its places in the declared indexes. */
export interface Remembered {
  row: AnyRow;
  places: readonly string[];
}

/** Rows held at most: about ten megabytes. */
const most = 10_000;
const memories = new WeakMap<Readable, Map<string, Remembered>>();

/**
 * Rows read during `work` are decoded once. Under a page thousands of pending commands run again, and those of one document read
 * the same files, tasks and comments each. To be called inside a transaction; rows are shared, so nobody may change them in place.
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

export const isRemembering = (db: Readable): boolean => memories.has(db);

/** The row read before, or `read` now; null when there is none. */
export function remembered(
  db: Readable,
  entity: EntityName,
  id: string,
  read: () => Remembered | null,
): Remembered | null {
  const memory = memories.get(db);
  if (!memory) return read();
  const key = `${entity}/${id}`;
  const known = memory.get(key) ?? read();
  if (memory.size >= most) memory.clear();
  if (known) memory.set(key, known);
  return known;
}

/** The row is written or deleted: what was read of it holds no longer. */
export function forgetRow(db: Readable, entity: EntityName, id: string): void {
  memories.get(db)?.delete(`${entity}/${id}`);
}
