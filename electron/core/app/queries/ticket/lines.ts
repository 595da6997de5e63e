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
  return kept.get(String(deps.versions('ticket')), () => {
    const records = prepared(db, sql).raw().all() as never[][];
    return records.map(lineOf);
  });
}

/** Built here from the bare values, in the order of the columns: several times as fast as records with names. */
function lineOf(record: readonly never[]): TicketLine {
  return {
    id: record[0] as never,
    number: record[1] as never,
    title: record[2] as never,
    serviceId: record[3] as never,
    serviceVersion: record[4] as never,
    requesterId: record[5] as never,
    branchId: record[6] as never,
    queueId: record[7] as never,
    assigneeId: record[8] as never,
    insteadOfId: record[9] as never,
    state: record[10] as never,
    priority: record[11] as never,
    stage: record[12] as never,
    unread: record[13] as never,
    rating: record[14] as never,
    reopened: record[15] as never,
    responseDueAt: record[16] as never,
    respondedAt: record[17] as never,
    responseSpent: record[18] as never,
    responseLived: record[19] as never,
    responseLate: record[20] as never,
    resolutionDueAt: record[21] as never,
    resolutionSpent: record[22] as never,
    resolutionLived: record[23] as never,
    resolutionLate: record[24] as never,
    breaksAt: record[25] as never,
    since: record[26] as never,
    occurredAt: record[27] as never,
    resolvedAt: record[28] as never,
    closedAt: record[29] as never,
    approvalMinutes: record[30] as never,
    queueMinutes: record[31] as never,
    workMinutes: record[32] as never,
    waitingMinutes: record[33] as never,
    loggedMinutes: record[34] as never,
    stageMinutes: record[35] as never,
    sla: record[36] as never,
    promised: record[37] as never,
  };
}

/** When a ticket ended, as reports count it: with its resolution, or with whatever ended it without one. */
export const endedAt = (line: Pick<TicketLine, 'resolvedAt' | 'closedAt'>): number | null =>
  line.resolvedAt ?? line.closedAt;
