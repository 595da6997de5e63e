import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import { idsIn, namesIn } from '#electron/core/app/queries/ticket/names-in.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { TalkLine } from '#shared/queries/ticket.ts';

type Event = RowOf<'ticket_event'>;

/** Most lines of a kind: of a longer talk the latest. */
const mostLines = 2_000;

/** What was said about a ticket and what happened to it, in the order in which the centre learned of it. */
export function talkOf(db: Readable, ticket: RowOf<'ticket'>, staff: Staff, deskIds: ReadonlySet<string>): TalkLine[] {
  const tail = (column: string): string => `WHERE ${column} = ? ORDER BY occurredAt DESC, id DESC LIMIT ${mostLines}`;
  const events = rowsOf(db, 'ticket_event', tail('ticketId'), ticket.id);
  const comments = rowsOf(db, 'comment', tail('objectId'), ticket.id).filter((one) => one.objectEntity === 'document');
  const notes = rowsOf(db, 'ticket_note', tail('ticketId'), ticket.id);
  const accompanying = new Map(
    events.flatMap((one) => (typeof one.data['messageId'] === 'string' ? [[one.data['messageId'], one]] : [])),
  );
  const base = (row: { id: string; occurredAt: number; receivedAt: number | null }, authorId: string) => ({
    id: row.id,
    authorId,
    authorName: staff.nameOf(authorId),
    occurredAt: row.occurredAt,
    receivedAt: row.receivedAt,
    pending: row.receivedAt === null,
  });
  const names = namesIn(
    db,
    events.map((one) => one.data),
  );
  const lines: TalkLine[] = [
    ...events.filter(tellsItself).map(
      (one): TalkLine => ({
        ...base(one, one.actorId),
        deviceName: one.deviceName,
        type: 'event',
        kind: one.kind,
        data: one.data,
        names: Object.fromEntries(idsIn(one.data).flatMap((id) => (names[id] ? [[id, names[id]]] : []))),
      }),
    ),
    ...comments.map((one): TalkLine => {
      const event = accompanying.get(one.id);
      const fromDesk = event
        ? event.kind !== 'answered'
        : one.authorId !== ticket.requesterId && deskIds.has(one.authorId);
      return {
        ...base(one, one.authorId),
        deviceName: event?.deviceName ?? null,
        type: 'message',
        text: one.text,
        fromDesk,
      };
    }),
    ...notes.map((one): TalkLine => ({ ...base(one, one.authorId), deviceName: null, type: 'note', text: one.text })),
  ];
  return lines.sort(byInstant);
}

/** An event that only accompanies a message is told by the message. */
function tellsItself({ kind, data }: Event): boolean {
  const accompanies = kind === 'replied' || kind === 'asked' || kind === 'answered';
  return !(accompanies && typeof data['messageId'] === 'string');
}

const known = (line: TalkLine): number => line.receivedAt ?? line.occurredAt;

/** What one command entered stands as it would be told: what was said before what follows from it, the beginning first of all. */
const first: readonly string[] = [
  'created',
  'approval_started',
  'approved',
  'substituted',
  'queued',
  'taken',
  'assigned',
];
const rank = (line: TalkLine): number => {
  if (line.type !== 'event') return first.length;
  const at = first.indexOf(line.kind);
  return at < 0 ? first.length + 1 : at;
};

function byInstant(one: TalkLine, other: TalkLine): number {
  const times = known(one) - known(other) || one.occurredAt - other.occurredAt || rank(one) - rank(other);
  return times || (one.id < other.id ? -1 : 1);
}
