import type { Context } from '#shared/commands/command.ts';
import { callOff, substitute } from '#shared/commands/company/put-substitution.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { awayWithin } from '#shared/commands/service/absence.ts';
import { happen } from '#shared/commands/service/log.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import { substitutedWork } from '#shared/domain/company/substitution.ts';

/** The vacation of a ticket has been agreed: its days are taken, and the substitution is in force by itself. */
export function* vacationAgreed(tx: Transaction, context: Context, ticketId: string): Reading<void> {
  const row = yield* tx.byKey('vacation', 'ticket', ticketId);
  if (row?.state !== 'requested') return;
  if (row.substituteId === null) return tx.patch('vacation', row, { state: 'approved' });
  const { employeeId, substituteId, from, to } = row;
  const away = yield* awayWithin(tx, substituteId, from, to);
  if (away) {
    // Agreed while the substitute has come to be away: the desk sees it and asks for another one.
    tx.patch('vacation', row, { state: 'approved' });
    return happen(tx, context, ticketId, 'substituted', { refused: true, substituteId, ...away });
  }
  const kinds = [...substitutedWork];
  const period = { employeeId, substituteId, from, to, kinds, reason: null, vacationId: row.id };
  const substitutionId = yield* substitute(tx, context, period);
  tx.patch('vacation', row, { state: 'approved', substitutionId });
  happen(tx, context, ticketId, 'substituted', { substituteId, from, to });
}

/** The days go back, and so does the substitution. */
export function* vacationOff(
  tx: Transaction,
  context: Context,
  ticketId: string,
  state: 'cancelled' | 'rejected',
): Reading<void> {
  const row = yield* tx.byKey('vacation', 'ticket', ticketId);
  if (!row || row.state === 'cancelled' || row.state === 'rejected') return;
  tx.patch('vacation', row, { state, cancelledAt: context.occurredAt });
  if (row.substitutionId === null) return;
  const replaced = yield* tx.get('substitution', row.substitutionId);
  if (typeof replaced !== 'string') yield* callOff(tx, context, replaced);
}
