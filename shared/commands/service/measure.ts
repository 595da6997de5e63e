import type { Context } from '#shared/commands/command.ts';
import type { Reading } from '#shared/commands/reading.ts';
import { nowOf } from '#shared/commands/service/log.ts';
import type { Transaction } from '#shared/commands/transaction.ts';

const kept = 50;

/** Notes how long a ticket took, for «обычно 4 ч». Only the centre does: it sees everybody's. */
export function* measure(tx: Transaction, context: Context, serviceId: string, minutes: number): Reading<void> {
  if (context.where !== 'centre') return;
  const standing = yield* tx.byKey('service_measure', 'service', serviceId);
  const measuredAt = nowOf(context);
  if (standing)
    tx.patch('service_measure', standing, { minutes: [...standing.minutes, minutes].slice(-kept), measuredAt });
  else tx.put('service_measure', { id: tx.id(), serviceId, minutes: [minutes], measuredAt });
}
