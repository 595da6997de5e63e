import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';

/** A command as the journal keeps it. A withdrawal is one too: `sync.withdraw` in the place of what it took back. */
export interface JournalEntry {
  id: string;
  /** Its number at that time; the order of the journal is the order of entering. */
  n: number;
  client: string;
  name: string;
  v: number;
  args: unknown;
  argsHash: string;
  occurredAt: number;
  about: { entity: string; id: string } | null;
  /** Forbidden values were taken out of `args`; `argsHash` is that of the original. */
  stripped: boolean;
}

interface OutboxRow {
  id: string;
  n: number;
  name: string;
  version: number;
  args: string;
  args_hash: string;
  occurred_at: number;
  about_entity: string | null;
  about_id: string | null;
  stripped: number;
}

/**
 * Commands of the outbox as entries, in order: those after `n`, as far as they wait or were entered or decided at `since` or later. A clock
 * that was set back when something was entered makes it no older than its decision.
 */
export function* entriesAfter(db: Readable, n: number, since: number): Iterable<JournalEntry> {
  const client = readMeta(db, 'client') ?? '';
  const lately = `(state = 'waiting' OR max(occurred_at, coalesce(decided_at, 0)) >= ?)`;
  const sql = `SELECT * FROM outbox WHERE n > ? AND ${lately} ORDER BY n`;
  for (const row of db.prepare(sql).iterate(n, since) as Iterable<OutboxRow>) yield entryOf(row, client);
}

export function entryAt(db: Readable, n: number): JournalEntry | undefined {
  const row = prepared(db, 'SELECT * FROM outbox WHERE n = ?').get(n) as OutboxRow | undefined;
  return row && entryOf(row, readMeta(db, 'client') ?? '');
}

const entryOf = (row: OutboxRow, client: string): JournalEntry => ({
  id: row.id,
  n: row.n,
  client,
  name: row.name,
  v: row.version,
  args: JSON.parse(row.args),
  argsHash: row.args_hash,
  occurredAt: row.occurred_at,
  about: row.about_entity && row.about_id ? { entity: row.about_entity, id: row.about_id } : null,
  stripped: row.stripped === 1,
});
