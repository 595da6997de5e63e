import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const columns = [
  'id',
  'number',
  'title',
  'serviceId',
  'serviceVersion',
  'requesterId',
  'branchId',
  'queueId',
  'assigneeId',
  'insteadOfId',
  'state',
  'priority',
  'stage',
  'unread',
  'rating',
  'reopened',
  'responseDueAt',
  'respondedAt',
  'responseSpent',
  'responseLived',
  'responseLate',
  'resolutionDueAt',
  'resolutionSpent',
  'resolutionLived',
  'resolutionLate',
  'breaksAt',
  'since',
  'occurredAt',
  'resolvedAt',
  'closedAt',
] as const;
const times = [
  'approvalMinutes',
  'queueMinutes',
  'workMinutes',
  'waitingMinutes',
  'loggedMinutes',
  'stageMinutes',
] as const;

/** What lists and reports look at of a ticket; `sla` as the column holds it, and only while a clock runs. */
export type TicketLine = Pick<
  RowOf<'ticket'>,
  Exclude<(typeof columns)[number], 'unread'> | Exclude<(typeof times)[number], 'stageMinutes'> | 'id'
> & {
  unread: 0 | 1;
  sla: string | null;
  /** As the column holds it: read by the reports alone. */
  stageMinutes: string;
  /** Something was promised about it. */
  promised: 0 | 1;
};

const chosen = [...columns, ...times].map((name) => `"${name}"`).join(', ');
const sql = `SELECT ${chosen}, CASE WHEN breaksAt IS NULL THEN NULL ELSE sla END AS sla,
  json_extract(sla, '$.response') IS NOT NULL OR json_extract(sla, '$.resolution') IS NOT NULL AS promised FROM ticket`;

const keptFor = new WeakMap<Readable, Latest<readonly TicketLine[]>>();

/** Every ticket of this workstation, in no order; read in one pass and kept until a ticket changes. */
export function ticketLines(db: Readable, deps: QueryDeps): readonly TicketLine[] {
  const kept = keptFor.get(db) ?? new Latest<readonly TicketLine[]>();
  keptFor.set(db, kept);
  return kept.get(String(deps.versions('ticket')), () => prepared(db, sql).all() as TicketLine[]);
}

/** When a ticket ended, as reports count it: with its resolution, or with whatever ended it without one. */
export const endedAt = (line: Pick<TicketLine, 'resolvedAt' | 'closedAt'>): number | null =>
  line.resolvedAt ?? line.closedAt;
