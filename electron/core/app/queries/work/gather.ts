import { actingHere } from '#electron/core/app/queries/approval/acting-here.ts';
import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { termsOf } from '#electron/core/app/queries/ticket/targets.ts';
import { conflictItems } from '#electron/core/app/queries/work/conflicts.ts';
import { dueItems, originalsItems } from '#electron/core/app/queries/work/control.ts';
import type { Found } from '#electron/core/app/queries/work/found.ts';
import { keyDateItems } from '#electron/core/app/queries/work/key-dates.ts';
import { mentionItems } from '#electron/core/app/queries/work/mentions.ts';
import { taskItems } from '#electron/core/app/queries/work/tasks.ts';
import { ticketTaskItems } from '#electron/core/app/queries/work/ticket-tasks.ts';
import { ticketItems } from '#electron/core/app/queries/work/tickets.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { minuteLength } from '#shared/lib/dates/local-time.ts';
import type { QueryResult } from '#shared/queries/registry.ts';
import type { WorkItem } from '#shared/queries/work.ts';

/** Everything that waits for the person here. */
export interface Work {
  /** Overdue first, then by due time. */
  waiting: readonly WorkItem[];
  /** Put off; the first to come back first. */
  snoozed: readonly WorkItem[];
  next: QueryResult<'work.list'>['next'];
}

const told: readonly EntityName[] = [
  'approval_task',
  'approval',
  'decision',
  'document',
  'history',
  'key_date',
  'comment',
  'conflict',
  'snooze',
  'substitution',
  'counterparty',
  'employee',
  'branch',
  'working_calendar',
  'ticket',
  'ticket_task',
  'ticket_event',
  'calendar_version',
];
const keptFor = new WeakMap<Readable, Latest<Work>>();

/** Gathered once per minute and state of the rows it follows from: the list and the rail ask for the same. */
export function gather(db: Readable, deps: QueryDeps): Work {
  const kept = keptFor.get(db) ?? new Latest<Work>();
  keptFor.set(db, kept);
  const minute = Math.floor(deps.now() / minuteLength);
  const key = [deps.userId, minute, ...told.map((entity) => deps.versions(entity))].join('/');
  return kept.get(key, () => build(db, deps));
}

function build(db: Readable, deps: QueryDeps): Work {
  const staff = staffOf(db, deps);
  const now = deps.now();
  const desk = { db, staff, acting: actingHere(db, deps, staff), terms: termsOf(db, deps), now };
  const reminders = keyDateItems(desk);
  const found = [
    ...taskItems(desk),
    ...ticketItems(desk),
    ...ticketTaskItems(desk),
    ...reminders.found,
    ...dueItems(desk),
    ...originalsItems(desk),
    ...mentionItems(desk),
    ...conflictItems(desk),
  ];
  found.sort(
    (one, other) => urgency(one) - urgency(other) || one.by - other.by || compare(one.item.item, other.item.item),
  );

  const until = snoozesOf(db, deps.userId);
  const work = { waiting: [] as WorkItem[], snoozed: [] as WorkItem[] };
  const ahead = reminders.ahead;
  for (const { item } of found) {
    const put = until.get(item.item);
    if (put === undefined || (put !== null && put <= now)) work.waiting.push(item);
    // News that was put away for good is done with; what has to be decided is only out of the way.
    else if (put !== null || !(item.type === 'mention' || item.item.startsWith('decision/')))
      work.snoozed.push({ ...item, snoozedUntil: put });
    if (put != null && put > now) ahead.push({ title: item.title, at: put });
  }
  work.snoozed.sort((one, other) => (one.snoozedUntil ?? Infinity) - (other.snoozedUntil ?? Infinity) || 0);
  const next = ahead.reduce<Work['next']>((first, one) => (first && first.at <= one.at ? first : one), null);
  return { ...work, next };
}

const groups = ['overdue', 'today', 'later'];
const urgency = ({ item }: Found): number => groups.indexOf(item.group);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const snoozesOf = (db: Readable, ownerId: string): ReadonlyMap<string, number | null> =>
  new Map(
    prepared(db, 'SELECT item, until FROM snooze WHERE ownerId = ?').raw().all(ownerId) as [string, number | null][],
  );
