import type { RowOf } from '#shared/domain/registry.ts';
import type { TicketEventKind } from '#shared/domain/service/ticket-event.ts';
import type { Id } from '#shared/lib/ids.ts';

/** A little more than a second passes until the centre knows. */
export const delay = 1_400;

export interface Actor {
  id: Id;
  device: string | null;
}

/** What happened to a request, entry by entry, and what was said. */
export class PastLog {
  readonly events: RowOf<'ticket_event'>[] = [];
  readonly comments: RowOf<'comment'>[] = [];
  readonly #ticket: Id;
  readonly #newId: (at: number) => Id;

  constructor(ticket: Id, newId: (at: number) => Id) {
    this.#ticket = ticket;
    this.#newId = newId;
  }

  /** Returns when the centre knew of it. */
  add(kind: TicketEventKind, actor: Actor, at: number, data: Record<string, unknown> = {}, heard = at + delay): number {
    this.events.push({
      id: this.#newId(at),
      ticketId: this.#ticket,
      kind,
      actorId: actor.id,
      deviceName: actor.device,
      occurredAt: at,
      receivedAt: heard,
      data,
    });
    return heard;
  }

  /** A message, with the entry that goes with it. */
  say(kind: 'replied' | 'asked' | 'answered', actor: Actor, at: number, text: string): void {
    const id = this.#newId(at);
    const times = { occurredAt: at, receivedAt: at + delay };
    const place = { objectEntity: 'document' as const, objectId: this.#ticket };
    this.comments.push({ ...place, ...times, id, authorId: actor.id, text, mentions: [] });
    this.add(kind, actor, at, { messageId: id });
  }
}
