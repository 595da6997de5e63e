import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import { readRow } from '#electron/core/store/rows/read.ts';
import { deleteRow } from '#electron/core/store/rows/write.ts';
import { type EntityName, entityNames, ownScopes } from '#shared/domain/registry.ts';

/** Takes away every row that none of the held scopes covers. What the person typed stays in the outbox. */
export function dropScopes(db: Writable, held: readonly string[], changed: ChangedRows): void {
  const kept = new Set(held);
  for (const entity of entityNames) {
    const gone: string[] = [];
    for (const record of prepared(db, `SELECT * FROM "${entity}"`).iterate()) {
      const row = decodeRow(entity, record as Record<string, unknown>);
      const { scopes, parent } = ownScopes(entity, row);
      if (scopes.some((scope) => kept.has(scope))) continue;
      // Rows come in the order of the registry: an owner that had to go is gone by now.
      if (parent && readRow(db, parent.entity as EntityName, parent.id)) continue;
      gone.push(row.id);
    }
    for (const id of gone) {
      deleteRow(db, entity, id);
      prepared(db, 'DELETE FROM undo WHERE entity = ? AND id = ?').run(entity, id);
      changed.add(db, entity, id);
    }
  }
}
