import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { askToForget } from '#electron/core/store/forget/ask-to-forget.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { commandAt, forgetKeys, pendingKeys, rememberKeys, setSuspended } from '#electron/core/store/outbox.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { remembering } from '#electron/core/store/rows/memory.ts';
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
  const plan = planRebase({ delta: deltaKeys(db, changes), consumed }, pending);
  remembering(db, () => rebase(db, plan.commands, plan.keys, changes, new Set(consumed), here, changed));
  if (changes.some((change) => change.row === null)) askToForget(db, false);
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
  const pending = pendingKeys(db);
  const before = new Map(commands.map((n) => [n, new Set(pending.reads(n))]));
  for (const n of commands) forgetKeys(db, n);
  const disturbed = new Set<number>();
  const disturb = (n: number, others: readonly number[]): void => {
    for (const other of others) if (other > n && !known.has(other)) disturbed.add(other);
  };
  for (const n of commands) {
    if (consumed.has(n)) continue;
    const { reads, writes } = runAgain(db, n, here, changed);
    for (const key of writes) if (!keys.has(key)) disturb(n, pending.dependents(key));
    for (const key of reads) if (!before.get(n)?.has(key)) disturb(n, pending.writers(key));
  }
  if (disturbed.size === 0) return;
  // A command read or wrote what it had not touched before and a later one had: those run again too, in their order.
  const again = [...commands.filter((n) => !consumed.has(n)), ...disturbed];
  const wider = planRebase({ again }, pendingKeys(db));
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
function runAgain(
  db: Writable,
  n: number,
  here: Here,
  changed: ChangedRows,
): { reads: Iterable<string>; writes: Iterable<string> } {
  const command = commandAt(db, n);
  if (!command) return { reads: [], writes: [] };
  changed.ranAgain += 1;
  const outcome = decideHere(db, command, here, command.occurredAt);
  setSuspended(db, n, !outcome.ok);
  const { reads } = outcome;
  if (outcome.ok) return { reads, writes: writePending(db, n, outcome, changed) };
  rememberKeys(db, n, reads, []);
  return { reads, writes: [] };
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
