import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { endedAt, type TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import type { Portal } from '#electron/core/app/queries/ticket/portal.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { sortKey } from '#shared/lib/text/fold.ts';
import type { QueryArgs } from '#shared/queries/registry.ts';
import { type Urgency, urgencies } from '#shared/queries/ticket.ts';

/** A ticket of a list with how it presses now. */
export interface Listed {
  line: TicketLine;
  urgency: Urgency;
}

type Order = (one: Listed, other: Listed) => number;

const someDay = Number.MAX_SAFE_INTEGER;
const ranks: Record<Urgency, number> = { late: 0, soon: 1, work: 2, waiting: 3, approval: 4, resolved: 5, ended: 6 };
const byId: Order = (one, other) => (one.line.id < other.line.id ? -1 : 1);
/** What is over stands newest first: nothing of it breaks any more. */
const over = (urgency: Urgency): boolean => ranks[urgency] >= urgencies.indexOf('resolved');

/** Late first, then what breaks next. */
export const byBreaking: Order = (one, other) => {
  const rank = ranks[one.urgency] - ranks[other.urgency];
  if (rank !== 0) return rank;
  if (over(one.urgency)) return (endedAt(other.line) ?? 0) - (endedAt(one.line) ?? 0) || byId(one, other);
  const breaks = (one.line.breaksAt ?? someDay) - (other.line.breaksAt ?? someDay);
  return breaks || one.line.occurredAt - other.line.occurredAt || byId(one, other);
};

/** The order of a list. Whoever nobody is named for stands last, in either direction. */
export function orderOf(
  db: Readable,
  { sort, descending }: Pick<QueryArgs<'ticket.list'>, 'sort' | 'descending'>,
  { staff, portal }: { staff: Staff; portal: Portal },
): Order {
  const sign = descending ? -1 : 1;
  if (sort === 'breaks') return (one, other) => sign * byBreaking(one, other);
  const keyOf = keys(db, sort, staff, portal);
  return (one, other) => {
    const [left, right] = [keyOf(one.line), keyOf(other.line)];
    if (left === right) return sign * byId(one, other);
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -sign : sign;
  };
}

function keys(
  db: Readable,
  sort: Exclude<QueryArgs<'ticket.list'>['sort'], 'breaks'>,
  staff: Staff,
  portal: Portal,
): (line: TicketLine) => string | number | null {
  const named = remembered((id) => nullable(sortKey(staff.nameOf(id) ?? '')));
  if (sort === 'occurredAt' || sort === 'closedAt') return (line) => line[sort];
  if (sort === 'requester') return (line) => named(line.requesterId);
  if (sort === 'assignee') return (line) => named(line.assigneeId ?? '');
  if (sort === 'service') {
    const service = remembered((id) => nullable(sortKey(portal.services.get(id)?.name ?? '')));
    return (line) => service(line.serviceId);
  }
  const rows = prepared(db, `SELECT id, ${sort}_key FROM ticket`).raw().all() as [string, string | null][];
  const known = new Map(rows);
  return (line) => known.get(line.id) ?? null;
}

const nullable = (key: string): string | null => (key === '' ? null : key);

function remembered(make: (id: string) => string | null): (id: string) => string | null {
  const known = new Map<string, string | null>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const made = make(id);
    known.set(id, made);
    return made;
  };
}
