import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { urgencyOf } from '#electron/core/app/queries/ticket/clock-view.ts';
import { ticketTest } from '#electron/core/app/queries/ticket/filter.ts';
import { ticketLines } from '#electron/core/app/queries/ticket/lines.ts';
import { type Listed, orderOf } from '#electron/core/app/queries/ticket/order.ts';
import { queueRows, type Telling, tellingOf } from '#electron/core/app/queries/ticket/queue-rows.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { Recent } from '#electron/core/store/views/recent.ts';
import { minuteLength } from '#shared/lib/dates/local-time.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import { type TicketFilter, type Urgency, urgencies } from '#shared/queries/ticket.ts';

interface Found {
  chosen: Listed[];
  counts: Record<Urgency, number>;
}

/** Entities that decide which tickets a list holds, and in which order. */
const told = [
  'ticket',
  'ticket_event',
  'employee',
  'service',
  'branch',
  'working_calendar',
  'calendar_version',
] as const;
/** Lists that windows may have open at once. */
const mostLists = 4;
const keptFor = new WeakMap<Readable, Recent<Found>>();

/** A window of tickets. What it is cut from is kept for the minute: a window that follows costs only its rows. */
export function ticketList(db: Readable, args: QueryArgs<'ticket.list'>, deps: QueryDeps): QueryResult<'ticket.list'> {
  const telling = tellingOf(db, deps);
  const { filter, sort, descending, offset, limit } = args;
  const kept = keptFor.get(db) ?? new Recent<Found>(mostLists);
  keptFor.set(db, kept);
  const minute = Math.floor(telling.now / minuteLength);
  const versions = told.map((entity) => deps.versions(entity));
  const key = JSON.stringify([deps.userId, filter, sort, descending, minute, versions]);
  const { chosen, counts } = kept.get(key, () => {
    const found = chosenTickets(telling, deps, filter);
    found.chosen.sort(orderOf(db, { sort, descending }, telling));
    return found;
  });
  return { rows: queueRows(telling, chosen.slice(offset, offset + limit)), total: chosen.length, counts };
}

/** Tickets of a filter, in no order. The counts are of all urgencies, those too that the filter leaves out. */
export function chosenTickets(telling: Telling, deps: QueryDeps, filter: TicketFilter): Found {
  const { db, terms, now } = telling;
  const fits = ticketTest(db, filter, telling);
  const counts = Object.fromEntries(urgencies.map((one) => [one, 0])) as Record<Urgency, number>;
  const wanted = filter.urgencies && new Set(filter.urgencies);
  const chosen: Listed[] = [];
  for (const line of ticketLines(db, deps)) {
    if (!fits(line)) continue;
    const urgency = urgencyOf(line, terms, now);
    counts[urgency] += 1;
    if (wanted === null || wanted.has(urgency)) chosen.push({ line, urgency });
  }
  return { chosen, counts };
}
