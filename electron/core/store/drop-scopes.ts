import { applyChanges } from '#electron/core/store/apply-page.ts';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { askToForget } from '#electron/core/store/forget/ask-to-forget.ts';
import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { removeMeta, writeMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entityNames, ownScopes } from '#shared/domain/registry.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';

/**
 * Takes away every row that none of the held scopes covers, as if the centre had taken each of them away: pending commands that
 * touched one run again without it. What the person typed stays in the outbox. To be called when no page is to follow: between two
 * of them a row may be here before its owner.
 */
export function dropScopes(db: Writable, held: readonly string[], here: Here, changed: ChangedRows): void {
  const kept = new Set(held);
  const gone = new Set<string>();
  const leaves: RowChange[] = [];
  for (const entity of entityNames) {
    for (const row of confirmedRows(db, entity)) {
      const { scopes, parent } = ownScopes(entity, row);
      if (scopes.some((scope) => kept.has(scope))) continue;
      // Rows come in the order of the registry: an owner that has to go is known by now.
      if (parent && !gone.has(`${parent.entity}/${parent.id}`) && isConfirmed(db, parent.entity, parent.id)) continue;
      gone.add(`${entity}/${row.id}`);
      leaves.push({ e: entity, id: row.id, v: 0, at: 0, row: null });
    }
  }
  if (leaves.length > 0) applyChanges(db, leaves, [], here, changed);
  askToForget(db, true);
}

/**
 * The centre does not know this person any more: everything goes that it had sent. What they typed stays; should they be let in again, all of
 * it is asked for anew, like gained scopes.
 */
export function loseAccess(db: Writable, here: Here): ChangedRows {
  const changed = new ChangedRows();
  db.transaction(() => {
    dropScopes(db, [], here, changed);
    writeMeta(db, 'scopes', []);
    writeMeta(db, 'filling', []);
    removeMeta(db, 'partway');
  }).immediate();
  return changed;
}

/** Rows as the centre has them: pending commands neither hide one nor make one seen. */
function* confirmedRows(db: Readable, entity: EntityName): Iterable<AnyRow> {
  const untouched = `SELECT * FROM "${entity}" WHERE id NOT IN (SELECT id FROM undo WHERE entity = ?)`;
  for (const record of prepared(db, untouched).iterate(entity))
    yield decodeRow(entity, record as Record<string, unknown>);
  const touched = prepared(db, 'SELECT row FROM undo WHERE entity = ? AND row IS NOT NULL').pluck().all(entity);
  for (const row of touched) yield JSON.parse(row as string) as AnyRow;
}

function isConfirmed(db: Readable, entity: string, id: string): boolean {
  const undo = prepared(db, 'SELECT row IS NOT NULL FROM undo WHERE entity = ? AND id = ?').pluck().get(entity, id);
  return undo === undefined ? prepared(db, `SELECT 1 FROM "${entity}" WHERE id = ?`).get(id) !== undefined : undo === 1;
}
