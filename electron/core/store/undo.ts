import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { readStored, readVersion, type Stored } from '#electron/core/store/rows/read.ts';
import { deleteRow, writeRow } from '#electron/core/store/rows/write.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** Keeps the confirmed value of a row before a pending command changes it for the first time. */
export function rememberConfirmed(db: Writable, entity: EntityName, id: string, stored: Stored | null): void {
  prepared(db, 'INSERT OR IGNORE INTO undo (entity, id, row, v, at) VALUES (?, ?, ?, ?, ?)').run(
    entity,
    id,
    stored ? JSON.stringify(stored.row) : null,
    stored?.v ?? 0,
    stored?.at ?? 0,
  );
}

/** Puts the confirmed value back and forgets it. Returns false when no pending command had touched the row. */
export function restoreConfirmed(db: Writable, entity: EntityName, id: string): boolean {
  const kept = prepared(db, 'SELECT row, v, at FROM undo WHERE entity = ? AND id = ?').get(entity, id) as
    | { row: string | null; v: number; at: number }
    | undefined;
  if (!kept) return false;
  prepared(db, 'DELETE FROM undo WHERE entity = ? AND id = ?').run(entity, id);
  if (kept.row === null) deleteRow(db, entity, id);
  else writeRow(db, entity, JSON.parse(kept.row) as AnyRow, kept.v, kept.at);
  return true;
}

export const touchedByPending = (db: Readable, entity: EntityName, id: string): boolean =>
  prepared(db, 'SELECT 1 FROM undo WHERE entity = ? AND id = ?').get(entity, id) !== undefined;

/** The row as the centre last confirmed it, whatever pending commands have made of it since. */
export function confirmed(db: Readable, entity: EntityName, id: string): AnyRow | null {
  const kept = prepared(db, 'SELECT row FROM undo WHERE entity = ? AND id = ?').get(entity, id) as
    | { row: string | null }
    | undefined;
  if (kept) return kept.row === null ? null : (JSON.parse(kept.row) as AnyRow);
  return readStored(db, entity, id)?.row ?? null;
}

/** The centre's version of the row that stands here, or under the effect of pending commands; 0 when there is none. `key`: entity/id. */
export function confirmedVersion(db: Readable, key: string): number {
  const slash = key.indexOf('/');
  const [entity, id] = [key.slice(0, slash), key.slice(slash + 1)];
  const kept = prepared(db, 'SELECT v FROM undo WHERE entity = ? AND id = ?').pluck().get(entity, id);
  return (kept as number | undefined) ?? readVersion(db, entity as EntityName, id);
}
