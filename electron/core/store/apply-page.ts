import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { commandAt, forgetKeys, pendingKeys, setSuspended } from '#electron/core/store/outbox.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { readStored } from '#electron/core/store/rows/read.ts';
import { deleteRow, writeRow } from '#electron/core/store/rows/write.ts';
import { decideHere, type Here, writePending } from '#electron/core/store/run-pending.ts';
import { restoreConfirmed } from '#electron/core/store/undo.ts';
import { keyPlaces } from '#shared/commands/overlay.ts';
import { rowKey } from '#shared/commands/reading.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';
import type { RowChange } from '#shared/sync/command-wire.ts';
import { planRebase } from '#shared/sync/rebase.ts';

/**
 * Brings rows from the centre under the pending commands: takes away the effect of those that touch them or were consumed
 * (n in `consumed`), writes the rows, runs the remaining ones again. To be called inside a transaction.
 */
export function applyChanges(
  db: Writable,
  changes: readonly RowChange[],
  consumed: readonly number[],
  here: Here,
  changed: ChangedRows,
): void {
  const pending = pendingKeys(db);
  const plan = planRebase(deltaKeys(db, changes), consumed, pending);
  rebase(db, plan.commands, plan.keys, changes, new Set(consumed), here, changed);
}

function rebase(
  db: Writable,
  commands: readonly number[],
  keys: ReadonlySet<string>,
  changes: readonly RowChange[],
  consumed: ReadonlySet<number>,
  here: Here,
  changed: ChangedRows,
): void {
  for (const key of keys) restore(db, key, changed);
  for (const change of changes) {
    if (entityOf(change.e)) writeConfirmed(db, change.e as EntityName, change, changed);
  }
  const known = new Set(commands);
  for (const n of commands) forgetKeys(db, n);
  const disturbed = new Set<number>();
  for (const n of commands) {
    if (consumed.has(n)) continue;
    for (const key of runAgain(db, n, here, changed)) {
      if (keys.has(key)) continue;
      for (const other of pendingKeys(db).dependents(key)) if (!known.has(other)) disturbed.add(other);
    }
  }
  if (disturbed.size === 0) return;
  // A command wrote rows it had not touched before, which others had: those run again too, in their order.
  const wider = planRebase([], [...commands.filter((n) => !consumed.has(n)), ...disturbed], pendingKeys(db));
  rebase(db, wider.commands, wider.keys, [], new Set(), here, changed);
}

function restore(db: Writable, key: string, changed: ChangedRows): void {
  if (key.includes('#')) return;
  const slash = key.indexOf('/');
  const entity = key.slice(0, slash) as EntityName;
  const id = key.slice(slash + 1);
  if (restoreConfirmed(db, entity, id)) changed.add(db, entity, id);
}

function writeConfirmed(db: Writable, entity: EntityName, change: RowChange, changed: ChangedRows): void {
  if (change.row === null) deleteRow(db, entity, change.id);
  else writeRow(db, entity, { ...change.row, id: change.id } as AnyRow, change.v, change.at);
  changed.add(db, entity, change.id);
}

/** A failing run only suspends the effect: the command stays in the outbox until the centre or its author ends it. */
function runAgain(db: Writable, n: number, here: Here, changed: ChangedRows): Set<string> {
  const command = commandAt(db, n);
  if (!command) return new Set();
  const outcome = decideHere(db, command, here, command.occurredAt);
  setSuspended(db, n, !outcome.ok);
  if (outcome.ok) return writePending(db, n, outcome, changed);
  const remember = prepared(db, `INSERT OR IGNORE INTO pending_key (key, n, mode) VALUES (?, ?, 'r')`);
  for (const key of outcome.reads) remember.run(key, n);
  return new Set();
}

/** Rows of the delta and the index places they leave or come to. */
function deltaKeys(db: Writable, changes: readonly RowChange[]): Set<string> {
  const keys = new Set<string>();
  if (!prepared(db, 'SELECT 1 FROM pending_key LIMIT 1').get()) return keys;
  for (const change of changes) {
    if (!entityOf(change.e)) continue;
    const entity = change.e as EntityName;
    keys.add(rowKey(entity, change.id));
    const before = readStored(db, entity, change.id)?.row;
    if (before) for (const place of keyPlaces(entity, before)) keys.add(place);
    if (change.row) for (const place of keyPlaces(entity, { ...change.row, id: change.id })) keys.add(place);
  }
  return keys;
}
