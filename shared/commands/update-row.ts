import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { conflictOpened, lastWriter, recordHistory } from '#shared/commands/record.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { mergePatch } from '#shared/domain/merge.ts';
import { entities, type RowOf } from '#shared/domain/registry.ts';

/** Entities whose cards people edit field by field. */
export type Edited =
  | 'document'
  | 'counterparty'
  | 'bank_account'
  | 'key_date'
  | 'obligation'
  | 'protocol_item'
  | 'document_link'
  | 'organization'
  | 'branch'
  | 'department'
  | 'employee'
  | 'approval_route'
  | 'field_definition'
  | 'document_kind'
  | 'journal'
  | 'case_file'
  | 'clause'
  | 'service'
  | 'queue'
  | 'sla_policy'
  | 'canned_reply'
  | 'article'
  | 'recurring_ticket'
  | 'vacation_grant';

/**
 * Brings a person's edit together with what stands: writes what may be written, keeps the centre's value of disputed
 * fields and puts the dispute on the conflict desk with both values.
 */
export function* updateRow<E extends Edited>(
  tx: Transaction,
  context: Context,
  entity: E,
  row: RowOf<E>,
  edit: { base: Record<string, unknown>; patch: Record<string, unknown> },
  action: string,
): Reading<{ conflict: string | null; written: string[] }> {
  const current = row as Record<string, unknown>;
  const outcome = mergePatch(entities[entity] as unknown as Entity, current, edit.base, edit.patch);
  const object = { entity, id: row.id };
  tx.patch(entity, row, outcome.patch as Partial<RowOf<E>>);
  if (Object.keys(outcome.patch).length > 0) recordHistory(tx, context, action, object, current, outcome.patch);
  if (outcome.asked.length === 0) return { conflict: null, written: Object.keys(outcome.patch) };

  const theirs = yield* lastWriter(
    tx,
    object,
    outcome.asked.map((one) => one.field),
  );
  const id = tx.id();
  tx.put('conflict', {
    id,
    objectEntity: entity,
    objectId: row.id,
    authorId: context.userId,
    deviceName: context.deviceName,
    occurredAt: context.occurredAt,
    theirsById: theirs?.actorId ?? null,
    theirsAt: theirs?.at ?? null,
    fields: outcome.asked,
    merged: outcome.merged,
    state: 'open',
    resolvedById: null,
    resolvedAt: null,
  });
  // What was wanted belongs to the record's own story, whatever is decided later.
  const side = (of: 'base' | 'mine') => Object.fromEntries(outcome.asked.map((one) => [one.field, one[of]]));
  recordHistory(tx, context, conflictOpened, object, side('base'), side('mine'));
  return { conflict: id, written: Object.keys(outcome.patch) };
}
