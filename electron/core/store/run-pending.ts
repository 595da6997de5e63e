import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { rememberKeys } from '#electron/core/store/outbox.ts';
import { answer, readStored } from '#electron/core/store/rows/read.ts';
import { deleteRow, insertRow, updateRow } from '#electron/core/store/rows/write.ts';
import { rememberConfirmed } from '#electron/core/store/undo.ts';
import type { Context } from '#shared/commands/command.ts';
import { execute, type Order, type Outcome } from '#shared/commands/execute.ts';
import { keyPlaces } from '#shared/commands/overlay.ts';
import { rowKey } from '#shared/commands/reading.ts';
import { type AnyRow, apply, type Change, idOf } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/** Who works here: the same for every command of one database. */
export interface Here {
  userId: string;
  deviceName: string;
}

/** Runs `decide` over the rows of this workstation, without writing anything. */
export function decideHere(db: Writable, order: Order, here: Here, occurredAt: number): Outcome {
  const context: Omit<Context, 'actor'> = {
    ...here,
    commandId: order.id,
    client: readMeta(db, 'client') ?? null,
    occurredAt,
    receivedAt: null,
    where: 'device',
    sees: () => true,
  };
  const steps = execute(order, context);
  let step = steps.next();
  while (!step.done) step = steps.next(answer(db, step.value));
  return step.value;
}

/**
 * Writes what a pending command decided, remembering confirmed values and the keys it depends on.
 * Returns the keys it wrote.
 */
export function writePending(
  db: Writable,
  n: number,
  outcome: Extract<Outcome, { ok: true }>,
  changed: ChangedRows,
): Set<string> {
  const written = new Set<string>();
  for (const change of outcome.changes) writeChange(db, change, changed, written);
  rememberKeys(db, n, outcome.reads, written);
  return written;
}

function writeChange(db: Writable, change: Change, changed: ChangedRows, written: Set<string>): void {
  const entity = change.entity as EntityName;
  const id = idOf(change);
  const before = readStored(db, entity, id);
  rememberConfirmed(db, entity, id, before);
  const after: AnyRow | null = apply(before?.row ?? null, change);
  if (after && !before) insertRow(db, entity, after, 0, 0);
  else if (after && before) updateRow(db, entity, before.record, after, before.v, before.at);
  else deleteRow(db, entity, id);
  written.add(rowKey(entity, id));
  for (const row of [before?.row, after]) for (const place of row ? keyPlaces(entity, row) : []) written.add(place);
  changed.add(db, entity, id);
}
