import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { plannedKeyDates } from '#shared/domain/contract/planned-key-dates.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** The contract is performed: that it has come into force needs no more reminding. */
export function* settleEffective(tx: Transaction, context: Context, documentId: string): Reading<void> {
  const standing = yield* tx.list('key_date', 'document', documentId, 500);
  for (const one of standing)
    if (one.kind === 'effective' && one.doneAt === null && one.archivedAt === null)
      tx.patch('key_date', one, { doneAt: context.occurredAt, doneById: context.userId });
}

/** Writes the key dates that follow from a registered contract's own dates; those somebody has entered already stay. */
export function* addKeyDates(tx: Transaction, context: Context, row: RowOf<'document'>): Reading<void> {
  const standing = yield* tx.list('key_date', 'document', row.id, 500);
  const known = new Set(standing.filter((one) => one.archivedAt === null).map((one) => one.kind));
  for (const planned of plannedKeyDates(row)) {
    if (known.has(planned.kind)) continue;
    tx.put('key_date', {
      ...planned,
      id: tx.id(),
      documentId: row.id,
      title: '',
      responsibleId: row.responsibleId,
      createdAt: context.occurredAt,
      doneAt: null,
      doneById: null,
      archivedAt: null,
    });
  }
}
