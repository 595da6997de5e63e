import type { ActingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { receiptsOf } from '#electron/core/app/queries/receipts.ts';
import { clocksOf } from '#electron/core/app/queries/ticket/clock-view.ts';
import { foldedFor, wordsOf } from '#electron/core/app/queries/ticket/folded.ts';
import { holderOf, timeOfHolder } from '#electron/core/app/queries/ticket/holder.ts';
import { type Telling, tellingOf } from '#electron/core/app/queries/ticket/queue-rows.ts';
import { type LastRound, lastRounds } from '#electron/core/app/queries/ticket/rounds.ts';
import { segmentsOf } from '#electron/core/app/queries/ticket/segments.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { decodeRow } from '#electron/core/store/rows/columns.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { isOpen } from '#shared/domain/service/ticket.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { MyTicket } from '#shared/queries/ticket.ts';

type Stored = { row: RowOf<'ticket'>; v: number; at: number };
type Brief = Pick<RowOf<'ticket'>, 'id' | 'number' | 'title' | 'serviceId' | 'state' | 'occurredAt'> & {
  asked: 0 | 1;
};

const briefSql = `WITH mine(id) AS (
    SELECT id FROM ticket WHERE requesterId = ?
    UNION SELECT id FROM ticket WHERE authorId = ? AND splitFromId IS NULL
  )
  SELECT id, number, title, serviceId, state, occurredAt, state IN ('waiting', 'resolved') AS asked
  FROM mine JOIN ticket USING (id) ORDER BY occurredAt DESC, id DESC`;
const rowSql = 'SELECT t.* FROM json_each(?) w CROSS JOIN ticket t ON t.id = w.value ORDER BY w.key';

/**
 * The person's own requests and those they made for a colleague, but for what they split off as a desk: those on their
 * way, what waits for them first, or what is over; the newest first.
 */
export function ticketMine(db: Readable, args: QueryArgs<'ticket.mine'>, deps: QueryDeps): QueryResult<'ticket.mine'> {
  const telling = tellingOf(db, deps);
  const all = prepared(db, briefSql).all(deps.userId, deps.userId) as Brief[];
  const living = (one: Brief): boolean => isOpen(one.state) || one.state === 'resolved';
  const folded = foldedFor(db);
  const words = wordsOf(args.text);
  const holds = (one: Brief): boolean => {
    const service = telling.portal.services.get(one.serviceId)?.name ?? '';
    const text = [one.title, one.number ?? '', service].map(folded).join(' ');
    return words.every((word) => text.includes(word));
  };
  const chosen = all.filter((one) => living(one) !== args.ended && holds(one));
  const wanted = chosen.toSorted((one, other) => other.asked - one.asked).slice(0, args.limit);
  return {
    tickets: told(
      telling,
      deps,
      storedTickets(
        db,
        wanted.map((one) => one.id),
      ),
    ),
    open: all.filter(living).length,
    waiting: all.filter((one) => one.asked === 1).length,
    total: chosen.length,
  };
}

/** Tickets by their ids, in the order of the ids. */
function storedTickets(db: Readable, ids: readonly string[]): Stored[] {
  const records = prepared(db, rowSql).all(JSON.stringify(ids)) as Record<string, unknown>[];
  return records.map((record) => ({
    row: decodeRow('ticket', record) as RowOf<'ticket'>,
    v: record['v'] as number,
    at: record['at'] as number,
  }));
}

function told(telling: Telling, deps: QueryDeps, stored: readonly Stored[]): MyTicket[] {
  const { db, today } = telling;
  const rounds = lastRounds(
    db,
    stored.map(({ row }) => row.id),
  );
  // What the centre has confirmed needs no look into the outbox.
  const fresh = stored.filter(({ v }) => v === 0).map(({ row, v, at }) => ({ id: row.id, v, at }));
  const receipts = receiptsOf(db, deps, fresh);
  return stored.map(({ row }) => {
    const receipt = receipts.get(row.id)?.state;
    const pending = receipt === 'out' || receipt === 'send';
    return myTicket(telling, row, {
      me: deps.userId,
      round: rounds.get(row.id) ?? null,
      today,
      pending,
    });
  });
}

interface About {
  me: string;
  round: LastRound | null;
  today: ActingHere['today'];
  pending: boolean;
}

function myTicket(
  { staff, portal, terms, now }: Telling,
  row: RowOf<'ticket'>,
  { me, round, today, pending }: About,
): MyTicket {
  const { resolution } = clocksOf(row, terms.of(row.id, JSON.stringify(row.sla)), terms.times, now);
  const seen = { staff, portal, today, round, resolution };
  const service = portal.services.get(row.serviceId);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    serviceName: service?.name ?? '',
    requesterName: row.requesterId === me ? null : staff.nameOf(row.requesterId),
    icon: service?.icon ?? 'question',
    state: row.state,
    segments: segmentsOf(row, portal.definition(row.serviceId, row.serviceVersion), round),
    holder: holderOf(row, seen),
    ...timeOfHolder(row, seen, now),
    waitsFor: waitsFor(row),
    question: row.question,
    askedByName: staff.nameOf(row.question?.askedById ?? null),
    solution: row.solution,
    rating: row.rating,
    occurredAt: row.occurredAt,
    closedAt: row.closedAt,
    pending,
  };
}

/** What a ticket waits for its requester with. */
export function waitsFor(row: Pick<RowOf<'ticket'>, 'state' | 'question'>): MyTicket['waitsFor'] {
  if (row.state === 'resolved') return 'confirm';
  if (row.state !== 'waiting') return null;
  return row.question?.resubmit ? 'rework' : 'question';
}
