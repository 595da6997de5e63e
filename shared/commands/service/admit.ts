import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';

/** Gives people sight of a ticket, and with it of its paper. */
export function* admit(tx: Transaction, id: string, employees: readonly string[]): Reading<void> {
  const row = yield* tx.get('ticket', id);
  if (typeof row === 'string') return;
  const added = [...new Set(employees)].filter((one) => !row.participants.includes(one) && one !== row.requesterId);
  if (added.length > 0) tx.patch('ticket', row, { participants: [...row.participants, ...added] });
}
