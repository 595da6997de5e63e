import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Batch, Head, LogEntry } from '#server/store/port.ts';
import { inLane } from '#server/store/postgres-store.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import type { EntityName } from '#shared/domain/registry.ts';
import { hashText } from '#shared/lib/canonical.ts';
import { derivedId } from '#shared/lib/ids.ts';

export interface LoadedRow {
  entity: EntityName;
  row: AnyRow;
  /** Every scope of the row, its parent's included. */
  scopes: string[];
}

interface Options {
  /** Instant that the rows are said to be written at, in milliseconds. */
  at: number;
  /** Rows of one seq; a pull never cuts a seq in two, so it is kept small. */
  chunk?: number;
  onProgress?: (rows: number) => void;
}

/** Who stands in the log for what no person has entered. */
const bulkClient = 'bulk';

/**
 * Writes many rows in one transaction without running commands (seeding, taking over another system). Each chunk takes the next
 * seq with a log entry of its own, so that head, versions, chain and feed are as after commands. Returns the head.
 */
export async function bulkLoad(pool: Pool, org: string, rows: Iterable<LoadedRow>, options: Options): Promise<Head> {
  const loaded = await inLane(pool, org, async (tx) => {
    let head = await tx.head();
    let done = 0;
    for (const chunk of chunks(rows, options.chunk ?? 1_000)) {
      const batch = batchOf(head, chunk, options.at);
      await tx.write(batch);
      tx.forget();
      head = batch.head;
      done += chunk.length;
      options.onProgress?.(done);
    }
    return head;
  });
  // The planner's statistics are of the empty tables until the database gets round to it by itself. The log stays out: it has a few
  // entries now and thousands in a minute, and statistics of a few make every index look as good as the right one.
  await pool.query('ANALYZE stored_row, row_key, row_scope');
  return loaded;
}

function batchOf(before: Head, rows: readonly LoadedRow[], at: number): Batch {
  const seq = before.seq + 1;
  const digest = createHash('sha256');
  for (const { entity, row } of rows) digest.update(`${entity}\n${JSON.stringify(row)}\n`);
  const argsHash = digest.digest('hex');
  const id = derivedId(timeless, seq);
  const chainHash = hashText(`${before.chainHash}:${seq}:${id}:${argsHash}`);
  const entry: LogEntry = {
    client: bulkClient,
    userId: 'centre',
    verdict: { n: seq, id, status: 'accepted', seq, at, result: { rows: rows.length } },
    argsHash,
    command: { name: 'bulk.load', v: 1, args: { rows: rows.length }, occurredAt: at },
    chainHash,
  };
  return {
    rows: rows.map(({ entity, row, scopes }) => ({ entity, id: row.id, row, version: seq, at, scopes, left: [] })),
    log: [entry],
    head: { epoch: before.epoch, seq, chainHash },
    clients: [],
  };
}

/** Ids of the synthetic commands are the same in every load: the seq alone tells them apart. */
const timeless = '00000000-0000-7000-8000-000000000000';

function* chunks<T>(items: Iterable<T>, size: number): Iterable<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    if (chunk.push(item) < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
