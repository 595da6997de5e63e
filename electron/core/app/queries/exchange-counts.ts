import { outboxCounts } from '#electron/core/app/queries/outbox-counts.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { QueryResult } from '#shared/queries/registry.ts';

/** What waits for a person in the exchange with the centre. */
export function exchangeCounts(db: Readable): QueryResult<'exchange.counts'> {
  const open = prepared(db, `SELECT count(*) FROM conflict WHERE state = 'open'`).pluck().get() as number;
  const { waiting, rejected } = outboxCounts(db);
  return { conflicts: open, rejected, waiting };
}
