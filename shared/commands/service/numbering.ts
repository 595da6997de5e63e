import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';

/** The next number of a ticket, «З-00859»; null on a workstation: only the centre counts, so that no number comes twice. */
export function* nextNumber(tx: Transaction, context: Context): Reading<string | null> {
  if (context.where !== 'centre') return null;
  const standing = yield* tx.byKey('counter', 'name', 'ticket');
  const last = (standing?.last ?? 0) + 1;
  if (standing) tx.patch('counter', standing, { last });
  else tx.put('counter', { id: tx.id(), name: 'ticket', last });
  return `З-${String(last).padStart(5, '0')}`;
}
