import { applyChanges } from '#electron/core/store/apply-page.ts';
import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, removeMeta, writeMeta } from '#electron/core/store/meta.ts';
import { placedRows } from '#electron/core/store/placed-rows.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';

const seenTable = `CREATE TABLE IF NOT EXISTS refill_seen (entity TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (entity, id)) STRICT, WITHOUT ROWID`;

/**
 * Scopes that are to be fetched anew stop counting as held, so the centre sends them like gained ones; what is here of them stays to
 * be seen until all has come. To be called inside a transaction.
 */
export function beginRefill(db: Writable, scopes: readonly string[]): void {
  const under = readMeta(db, 'refilling') ?? [];
  if (scopes.every((scope) => under.includes(scope))) return;
  const held = readMeta(db, 'scopes') ?? [];
  writeMeta(db, 'partway', true);
  db.exec(seenTable);
  // With another scope among them the centre begins anew.
  db.exec('DELETE FROM refill_seen');
  writeMeta(db, 'refilling', [...new Set([...under, ...scopes])]);
  writeMeta(
    db,
    'scopes',
    held.filter((scope) => !scopes.includes(scope)),
  );
}

/**
 * A filling that was broken off begins again: what had come before is only here, and may have left since without a trace when leaves
 * have been forgotten. To be called before scopes are asked for from their beginning.
 */
export function beginAgain(db: Writable): void {
  const begun = [...(readMeta(db, 'filling') ?? []), ...(readMeta(db, 'refilling') ?? [])];
  if (begun.length === 0) return;
  db.transaction(() => {
    db.exec(seenTable);
    db.exec('DELETE FROM refill_seen');
    writeMeta(db, 'refilling', [...new Set(begun)]);
  }).immediate();
}

/** Remembers which rows have come while scopes are fetched anew. */
export function noteSeen(db: Writable, changes: readonly RowChange[]): void {
  if (changes.length === 0 || (readMeta(db, 'refilling') ?? []).length === 0) return;
  const seen = prepared(db, 'INSERT OR IGNORE INTO refill_seen (entity, id) VALUES (?, ?)');
  const gone = prepared(db, 'DELETE FROM refill_seen WHERE entity = ? AND id = ?');
  for (const { e, id, row } of changes) (row === null ? gone : seen).run(e, id);
}

/** Everything has come: rows that were not among it and stand in no other scope held are taken away like any that left. */
export function finishRefill(db: Writable, held: readonly string[], here: Here, changed: ChangedRows): void {
  const refilled = readMeta(db, 'refilling') ?? [];
  if (refilled.length === 0) return;
  const others = new Set(held.filter((scope) => !refilled.includes(scope)));
  const isSeen = prepared(db, 'SELECT 1 FROM refill_seen WHERE entity = ? AND id = ?');
  const leaves: RowChange[] = [];
  for (const some of placedRows(db, others)) {
    for (const { entity, id, scopes } of some) {
      if (scopes.length === 0 && !isSeen.get(entity, id)) leaves.push({ e: entity, id, v: 0, at: 0, row: null });
    }
  }
  if (leaves.length > 0) applyChanges(db, leaves, [], here, changed);
  db.exec('DELETE FROM refill_seen');
  removeMeta(db, 'refilling');
}
