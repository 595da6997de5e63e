import { applyChanges } from '#electron/core/store/apply-page.ts';
import { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { dropScopes } from '#electron/core/store/drop-scopes.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta, removeMeta, writeMeta } from '#electron/core/store/meta.ts';
import { aboutOf, pendingKeys, recordVerdict } from '#electron/core/store/outbox.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { beginRefill, finishRefill, noteSeen } from '#electron/core/store/refill.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import { confirmedVersion } from '#electron/core/store/undo.ts';
import { rowKey } from '#shared/commands/reading.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';
import type { RowChange, Verdict } from '#shared/sync/command-wire.ts';
import type { Pulled } from '#shared/sync/down.ts';

/**
 * Applies one page of the feed in one transaction. Only the last page moves the set of scopes and ends commands whose rows have not
 * come, so that a pending command keeps its effect until the rows it became are here.
 */
export function commitPage(db: Writable, page: Pulled, here: Here, now: number): ChangedRows {
  const changed = new ChangedRows();
  db.transaction(() => {
    for (const one of page.inbox) recordVerdict(db, one);
    const lastN = readMeta(db, 'lastN') ?? 0;
    const consumed = page.more ? consumedBySlice(db, lastN, page.changes) : consumedBy(db, lastN, page);
    applyChanges(db, page.changes, consumed, here, changed);
    if (page.refill) beginRefill(db, page.refill);
    noteSeen(db, page.changes);
    writeMeta(db, 'cursor', page.toSeq);
    writeMeta(db, 'chainHash', page.chainHash);
    removeMeta(db, 'halfway');
    writeMeta(db, 'lastN', lastContiguous(lastN, consumed));
    if (page.more) {
      writeMeta(db, 'partway', true);
      beginToFill(db, page.scopeAdds);
      // Pages after this one may be of a time when the person has the scope again: it counts as not held, and is filled anew.
      if (page.scopeDrops.length > 0) {
        beginRefill(db, page.scopeDrops);
        beginToFill(db, [nobodys]);
      }
    } else {
      removeMeta(db, 'partway');
      writeMeta(db, 'membershipSeq', page.membershipSeq);
      finishScopes(db, page, here, changed);
      writeMeta(db, 'lastExchangeAt', now);
    }
  }).immediate();
  return changed;
}

/**
 * Applies a first part of a page in a transaction of its own. Commands whose rows are all here are done with; the cursor stays, so
 * that a page given up half-way is asked for again.
 */
export function commitSlice(db: Writable, page: Pulled, here: Here): ChangedRows {
  const changed = new ChangedRows();
  db.transaction(() => {
    for (const one of page.inbox) recordVerdict(db, one);
    const lastN = readMeta(db, 'lastN') ?? 0;
    const consumed = consumedBySlice(db, lastN, page.changes);
    applyChanges(db, page.changes, consumed, here, changed);
    if (page.refill) beginRefill(db, page.refill);
    noteSeen(db, page.changes);
    const last = lastContiguous(lastN, consumed);
    if (last !== lastN) writeMeta(db, 'lastN', last);
    writeMeta(db, 'partway', true);
    writeMeta(db, 'halfway', { toSeq: page.toSeq, chainHash: page.chainHash });
    if (page.scopeAdds.length > 0) beginToFill(db, page.scopeAdds);
  }).immediate();
  return changed;
}

/** Accepted commands that these changes are of, when everything they wrote has come: a row that others have changed since comes later. */
function consumedBySlice(db: Writable, lastN: number, changes: readonly RowChange[]): number[] {
  const sql = `SELECT n, seq FROM outbox WHERE n > ? AND state = 'accepted' AND seq <= ? ORDER BY n`;
  const newest = changes.reduce((seq, change) => Math.max(seq, change.v), 0);
  const here = new Set(changes.map((change) => rowKey(change.e, change.id)));
  const pending = pendingKeys(db);
  const hasCome = (key: string, seq: number): boolean =>
    key.includes('#') || here.has(key) || confirmedVersion(db, key) >= seq;
  const decided = prepared(db, sql).all(lastN, newest) as { n: number; seq: number }[];
  return decided.filter(({ n, seq }) => pending.writes(n).every((key) => hasCome(key, seq))).map(({ n }) => n);
}

/** A scope that began to be filled and is not among the gained ones any more is dropped at the end, like any other that was lost. */
function beginToFill(db: Writable, scopes: readonly string[]): void {
  writeMeta(db, 'filling', [...new Set([...(readMeta(db, 'filling') ?? []), ...scopes])]);
}

/** Covers nothing and is never gained: with it among the scopes being filled the end looks at every row again. */
const nobodys = 'nobody';

function finishScopes(db: Writable, page: Pulled, here: Here, changed: ChangedRows): void {
  const held = readMeta(db, 'scopes') ?? [];
  const filled = (readMeta(db, 'filling') ?? []).filter((scope) => !held.includes(scope));
  const scopes = [...new Set([...held, ...page.scopeAdds])].filter((scope) => !page.scopeDrops.includes(scope));
  const abandoned = filled.filter((scope) => !scopes.includes(scope));
  if (page.scopeDrops.length > 0 || abandoned.length > 0) dropScopes(db, scopes, here, changed);
  finishRefill(db, scopes, here, changed);
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
 * Writes the centre's words on a push; receipts are on the disk before anything shows them. Without a new lease the one
 * we hold stays. Returns the records whose receipts they are.
 */
export function commitVerdicts(db: Writable, verdicts: readonly Verdict[], lease: string | null): ChangedRows {
  const shown = new ChangedRows();
  db.transaction(() => {
    for (const verdict of verdicts) {
      recordVerdict(db, verdict);
      const about = aboutOf(db, verdict.n);
      if (about && entityOf(about.entity)) shown.show(about.entity as EntityName, about.id);
    }
    if (lease !== null) writeMeta(db, 'lease', lease);
  }).immediate();
  return shown;
}

/**
 * Writes the centre's words on a push together with the page that came with them: the receipt and the rows it is about are on the
 * disk at once.
 */
export function commitTaken(
  db: Writable,
  { verdicts, lease, page }: { verdicts: readonly Verdict[]; lease: string | null; page: Pulled },
  here: Here,
  now: number,
): ChangedRows {
  const parts: ChangedRows[] = [];
  db.transaction(() => {
    parts.push(commitVerdicts(db, verdicts, lease), commitPage(db, page, here, now));
  }).immediate();
  return ChangedRows.of(parts);
}
