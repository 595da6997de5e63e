import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import type { RowOf } from '#shared/domain/registry.ts';

const columns = [
  'id',
  'serviceId',
  'serviceVersion',
  'requesterId',
  'branchId',
  'queueId',
  'assigneeId',
  'state',
  'priority',
  'stage',
  'rating',
  'reopened',
  'responseDueAt',
  'responseLate',
  'resolutionDueAt',
  'resolutionLate',
  'breaksAt',
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

/** What lists are sorted, filtered and counted by, and reports by: no more of a ticket, for there are many; `sla` as the column holds it, and only while a clock runs. */
export type TicketLine = Pick<
  RowOf<'ticket'>,
  (typeof columns)[number] | Exclude<(typeof times)[number], 'stageMinutes'> | 'id'
> & {
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
    serviceId: record[1] as never,
    serviceVersion: record[2] as never,
    requesterId: record[3] as never,
    branchId: record[4] as never,
    queueId: record[5] as never,
    assigneeId: record[6] as never,
    state: record[7] as never,
    priority: record[8] as never,
    stage: record[9] as never,
    rating: record[10] as never,
    reopened: record[11] as never,
    responseDueAt: record[12] as never,
    responseLate: record[13] as never,
    resolutionDueAt: record[14] as never,
    resolutionLate: record[15] as never,
    breaksAt: record[16] as never,
    occurredAt: record[17] as never,
    resolvedAt: record[18] as never,
    closedAt: record[19] as never,
    approvalMinutes: record[20] as never,
    queueMinutes: record[21] as never,
    workMinutes: record[22] as never,
    waitingMinutes: record[23] as never,
    loggedMinutes: record[24] as never,
    stageMinutes: record[25] as never,
    sla: record[26] as never,
    promised: record[27] as never,
  };
}

/** When a ticket ended, as reports count it: with its resolution, or with whatever ended it without one. */
export const endedAt = (line: Pick<TicketLine, 'resolvedAt' | 'closedAt'>): number | null =>
  line.resolvedAt ?? line.closedAt;
