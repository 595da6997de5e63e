import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { JournalRow } from '#shared/domain/registration/journal.ts';
import { firstNumberIn } from '#shared/domain/registration/period.ts';

/** The next number of a period of a journal; null on a workstation: only the centre counts, so that no number comes twice. */
export function* nextOfJournal(
  tx: Transaction,
  context: Context,
  journal: JournalRow,
  period: string,
): Reading<number | null> {
  if (context.where !== 'centre') return null;
  return yield* takeNumbers(tx, journal, period, 1);
}

/** Moves the counter of a period on by so many numbers and returns the first of them. Only in the centre. */
export function* takeNumbers(tx: Transaction, journal: JournalRow, period: string, count: number): Reading<number> {
  const name = `journal/${journal.id}/${period}`;
  const standing = yield* tx.byKey('counter', 'name', name);
  const last = standing?.last ?? firstNumberIn(journal, period) - 1;
  if (standing) tx.patch('counter', standing, { last: last + count });
  else tx.put('counter', { id: tx.id(), name, last: last + count });
  return last + 1;
}
