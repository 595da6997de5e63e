import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { Reference } from '#shared/domain/entity.ts';
import { sameValue } from '#shared/lib/canonical.ts';

/** Writes one line of the history of a record: the fields with their values before and after. */
export function recordHistory(
  tx: Transaction,
  context: Context,
  action: string,
  object: Reference,
  before: Record<string, unknown>,
  patch: Record<string, unknown>,
): void {
  const changes = Object.keys(patch)
    .filter((field) => !sameValue(before[field] ?? null, patch[field] ?? null))
    .map((field) => ({ field, from: before[field] ?? null, to: patch[field] ?? null }));
  tx.put('history', {
    id: tx.id(),
    objectEntity: object.entity,
    objectId: object.id,
    action,
    actorId: context.userId,
    deviceName: context.deviceName,
    occurredAt: context.occurredAt,
    receivedAt: context.receivedAt,
    changes,
  });
}

/** Line of a record's history: a value that met another one in the centre and waits on the desk. It wrote nothing. */
export const conflictOpened = 'conflict.open';

/** Stands before a field's name in a line about a decided conflict: the value that was not taken, with what its author had seen. */
export const LOST = 'lost.';

/** Who last wrote one of these fields of a record, as far as its history here tells. */
export function* lastWriter(
  tx: Transaction,
  object: Reference,
  fields: readonly string[],
): Reading<{ actorId: string; at: number } | null> {
  const lines = yield* tx.list('history', 'object', object.id, 50, true);
  const line = lines.findLast(
    (one) => one.action !== conflictOpened && one.changes.some((change) => fields.includes(change.field)),
  );
  return line ? { actorId: line.actorId, at: line.receivedAt ?? line.occurredAt } : null;
}
