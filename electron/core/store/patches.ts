import type { Readable } from '#electron/core/store/handle.ts';
import { confirmed, confirmedVersion } from '#electron/core/store/undo.ts';
import { rowKey } from '#shared/commands/reading.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';
import type { ShortPage } from '#shared/sync/down.ts';

/**
 * The changes of a short page as whole rows: patches are laid upon what the centre last confirmed here, whatever pending commands
 * have made of it. null when one is meant for another version: then whole rows have to be asked for, nothing is guessed.
 */
export function wholeChanges(db: Readable, page: ShortPage): RowChange[] | null {
  const changes: RowChange[] = [];
  for (const change of page.changes) {
    const { e, id, v, at = page.at } = change;
    if (!('p' in change)) {
      changes.push({ e, id, v, at, row: change.row });
      continue;
    }
    if (!entityOf(e)) continue;
    const before = confirmed(db, e as EntityName, id);
    if (!before || confirmedVersion(db, rowKey(e, id)) !== change.pv) return null;
    changes.push({ e, id, v, at, row: { ...before, ...change.p } });
  }
  return changes;
}
