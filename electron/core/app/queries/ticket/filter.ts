import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { latenessOf } from '#electron/core/app/queries/ticket/clock-view.ts';
import { foldedFor, wordsOf } from '#electron/core/app/queries/ticket/folded.ts';
import { endedAt, type TicketLine } from '#electron/core/app/queries/ticket/lines.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { addDays } from '#shared/lib/dates/dates.ts';
import { instantOf } from '#shared/lib/dates/local-time.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';
import type { TicketFilter } from '#shared/queries/ticket.ts';

type Test = (line: TicketLine) => boolean;

interface Viewer {
  userId: string;
  staff: Staff;
  now: number;
}

/** Whether a ticket meets everything of a filter but its urgencies, which are worked out apart. */
export function ticketTest(db: Readable, filter: TicketFilter, { userId, staff, now }: Viewer): Test {
  const tests: Test[] = [];
  const oneOf = (wanted: readonly unknown[] | null, of: (line: TicketLine) => unknown): void => {
    if (wanted === null) return;
    const set = new Set(wanted);
    tests.push((line) => set.has(of(line)));
  };
  oneOf(filter.ids ?? null, (line) => line.id);
  oneOf(filter.states, (line) => line.state);
  oneOf(filter.queueIds, (line) => line.queueId);
  oneOf(filter.assigneeIds, (line) => line.assigneeId ?? 'none');
  oneOf(filter.serviceIds, (line) => line.serviceId);
  oneOf(filter.branchIds, (line) => line.branchId);
  oneOf(filter.priorities, (line) => line.priority);
  oneOf(filter.ratings, (line) => line.rating);
  oneOf(filter.requesterId === null ? null : [filter.requesterId], (line) => line.requesterId);
  if (filter.reopened !== null) tests.push((line) => line.reopened > 0 === filter.reopened);
  if (filter.period) tests.push(within(filter.period, staff.timeOf(userId)));
  const { late } = filter;
  if (late !== null) {
    tests.push((line) => {
      const found = latenessOf(line, now);
      return late === 'any' ? found !== null : found === late;
    });
  }
  const words = wordsOf(filter.text);
  if (words.length > 0) tests.push(holding(db, words, staff));
  return (line) => tests.every((test) => test(line));
}

function within({ of, from, to }: NonNullable<TicketFilter['period']>, time: WorkingTime): Test {
  const [start, end] = boundsOf(time, from, to);
  return (line) => {
    const at = of === 'made' ? line.occurredAt : endedAt(line);
    return at !== null && at >= start && at < end;
  };
}

/** The instants [start, end) of a period of days, both included. */
export const boundsOf = (time: WorkingTime, from: string, to: string): [number, number] => [
  instantOf(time.offsets, from, 0),
  instantOf(time.offsets, addDays(to, 1), 0),
];

function holding(db: Readable, words: readonly string[], staff: Staff): Test {
  const folded = foldedFor(db);
  const rows = prepared(db, 'SELECT id, title, number FROM ticket').raw().all() as [string, string, string | null][];
  const texts = new Map(rows.map(([id, title, number]) => [id, `${folded(title)} ${folded(number ?? '')}`]));
  return ({ id, requesterId }) => {
    const all = `${texts.get(id)} ${folded(staff.nameOf(requesterId) ?? '')}`;
    return words.every((word) => all.includes(word));
  };
}
