import type { Context } from '#shared/commands/command.ts';
import type { Transaction } from '#shared/commands/transaction.ts';
import type { TicketEventKind } from '#shared/domain/service/ticket-event.ts';

/** Writes an entry of the log of a ticket. Whoever writes one calls `settleTicket` afterwards. */
export function happen(
  tx: Transaction,
  context: Context,
  ticketId: string,
  kind: TicketEventKind,
  data: Record<string, unknown> = {},
): void {
  const { userId: actorId, deviceName, occurredAt, receivedAt } = context;
  tx.put('ticket_event', { id: tx.id(), ticketId, kind, actorId, deviceName, occurredAt, receivedAt, data });
}

/** The instant of a change by the clock that counts: the centre's as soon as it has learned of it. */
export const nowOf = (context: Context): number => context.receivedAt ?? context.occurredAt;
