import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { type PinnedTimes, type Promised, pinnedTimes } from '#electron/core/app/queries/ticket/pinned-times.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';

type Targets = Pick<Promised, 'response' | 'resolution'>;

// What a priority has changed stands in the log only; these are few, and the index leads to them.
const sql = `SELECT ticketId, json_extract(data, '$.responseMinutes') AS response, json_extract(data, '$.resolutionMinutes') AS resolution
  FROM ticket_event WHERE kind = 'clock_changed' AND instr(data, 'Minutes') > 0 ORDER BY coalesce(receivedAt, occurredAt), id`;

const keptFor = new WeakMap<Readable, Latest<ReadonlyMap<string, Targets>>>();

/** What a ticket has to keep to: as promised when it was made, or as a changed priority has it. `sla` as the column holds it. */
export interface Terms {
  times: PinnedTimes;
  of(id: string, sla: string | null): Promised;
}

export function termsOf(db: Readable, deps: QueryDeps): Terms {
  const kept = keptFor.get(db) ?? new Latest<ReadonlyMap<string, Targets>>();
  keptFor.set(db, kept);
  const changed = kept.get(String(deps.versions('ticket_event')), () => {
    const rows = prepared(db, sql).all() as ({ ticketId: string } & Targets)[];
    return new Map(rows.map(({ ticketId, response, resolution }) => [ticketId, { response, resolution }]));
  });
  const times = pinnedTimes(db, deps);
  return {
    times,
    of(id, sla) {
      const promised = times.read(sla);
      const later = changed.get(id);
      return later ? { ...promised, ...later } : promised;
    },
  };
}
