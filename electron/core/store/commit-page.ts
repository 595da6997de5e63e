import { applyChanges } from '#electron/core/store/apply-page.ts';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { dropScopes } from '#electron/core/store/drop-scopes.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { aboutOf, recordVerdict } from '#electron/core/store/outbox.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';
import type { Verdict } from '#shared/sync/command-wire.ts';
import type { Pulled } from '#shared/sync/down.ts';

/**
 * Applies one page of the feed in one transaction. Only the last page moves lastN and the set of scopes, so that a pending
 * command keeps its effect until the rows it became are here.
 */
export function commitPage(db: Writable, page: Pulled, here: Here, now: number): ChangedRows {
  const changed = new ChangedRows();
  db.transaction(() => {
    for (const one of page.inbox) recordVerdict(db, one);
    const lastN = readMeta(db, 'lastN') ?? 0;
    const consumed = page.more ? [] : consumedBy(db, lastN, page);
    applyChanges(db, page.changes, consumed, here, changed);
    writeMeta(db, 'cursor', page.toSeq);
    writeMeta(db, 'chainHash', page.chainHash);
    if (page.more) {
      // One that began to be filled and is not among them any more is dropped at the end, like any other that was lost.
      writeMeta(db, 'filling', [...new Set([...(readMeta(db, 'filling') ?? []), ...page.scopeAdds])]);
    } else {
      writeMeta(db, 'lastN', lastContiguous(lastN, consumed));
      writeMeta(db, 'membershipSeq', page.membershipSeq);
      finishScopes(db, page, here, changed);
      writeMeta(db, 'lastExchangeAt', now);
    }
  }).immediate();
  return changed;
}

function finishScopes(db: Writable, page: Pulled, here: Here, changed: ChangedRows): void {
  const held = readMeta(db, 'scopes') ?? [];
  const filled = (readMeta(db, 'filling') ?? []).filter((scope) => !held.includes(scope));
  const scopes = [...new Set([...held, ...page.scopeAdds])].filter((scope) => !page.scopeDrops.includes(scope));
  const abandoned = filled.filter((scope) => !scopes.includes(scope));
  if (page.scopeDrops.length > 0 || abandoned.length > 0) dropScopes(db, scopes, here, changed);
  writeMeta(db, 'scopes', scopes.sort());
  writeMeta(db, 'filling', []);
}

/** Commands whose outcome the rows of this page contain: the centre has consumed them, or refused them. */
function consumedBy(db: Writable, lastN: number, page: Pulled): number[] {
  const sql = `SELECT n FROM outbox WHERE n > ?
    AND (n <= ? OR state = 'rejected' OR (state = 'accepted' AND seq <= ?)) ORDER BY n`;
  return prepared(db, sql).pluck().all(lastN, page.lastN, page.toSeq) as number[];
}

function lastContiguous(lastN: number, consumed: readonly number[]): number {
  let last = lastN;
  for (const n of consumed) if (n === last + 1) last = n;
  return last;
}

/**
 * Writes the centre's words on a push; receipts are on the disk before anything shows them.
 * Returns the records whose receipts they are.
 */
export function commitVerdicts(db: Writable, verdicts: readonly Verdict[], lease: string): ChangedRows {
  const shown = new ChangedRows();
  db.transaction(() => {
    for (const verdict of verdicts) {
      recordVerdict(db, verdict);
      const about = aboutOf(db, verdict.n);
      if (about && entityOf(about.entity)) shown.show(about.entity as EntityName, about.id);
    }
    writeMeta(db, 'lease', lease);
  }).immediate();
  return shown;
}
