import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { lessened, type Verdict, type WireCommand } from '#shared/sync/command-wire.ts';
import type { PendingKeys } from '#shared/sync/rebase.ts';

export interface Entered {
  n: number;
  id: string;
  name: string;
  version: number;
  args: unknown;
  argsHash: string;
  baseVersions: Record<string, number>;
  occurredAt: number;
  about: { entity: string; id: string } | null;
}

export function appendCommand(db: Writable, command: Entered): void {
  prepared(
    db,
    `INSERT INTO outbox (n, id, name, version, args, args_hash, base_versions, occurred_at, about_entity, about_id, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
  ).run(
    command.n,
    command.id,
    command.name,
    command.version,
    JSON.stringify(command.args),
    command.argsHash,
    JSON.stringify(command.baseVersions),
    command.occurredAt,
    command.about?.entity ?? null,
    command.about?.id ?? null,
  );
}

interface OutboxRecord {
  n: number;
  id: string;
  name: string;
  version: number;
  args: string;
  args_hash: string;
  base_versions: string;
  occurred_at: number;
  stripped: number;
}

const wire = (record: OutboxRecord): WireCommand => ({
  id: record.id,
  n: record.n,
  name: record.name,
  v: record.version,
  args: JSON.parse(record.args),
  argsHash: record.stripped === 1 ? `${lessened}${record.args_hash.slice(0, 40)}` : record.args_hash,
  baseVersions: JSON.parse(record.base_versions),
  occurredAt: record.occurred_at,
});

/** Commands without a verdict, from `n` on, in order. */
export function undecided(db: Readable, from: number, limit: number): WireCommand[] {
  const sql = `SELECT * FROM outbox WHERE n >= ? AND state = 'waiting' ORDER BY n LIMIT ?`;
  return (prepared(db, sql).all(from, limit) as OutboxRecord[]).map(wire);
}

export function commandAt(db: Readable, n: number): WireCommand | undefined {
  const record = prepared(db, 'SELECT * FROM outbox WHERE n = ?').get(n) as OutboxRecord | undefined;
  return record && wire(record);
}

/** Numbers of commands that have left but have no verdict, or not even left. */
export function countUndecided(db: Readable): number {
  const sql = `SELECT count(*) AS count FROM outbox WHERE state = 'waiting'`;
  return (prepared(db, sql).get() as { count: number }).count;
}

export function firstUndecided(db: Readable): number | null {
  const sql = `SELECT min(n) AS n FROM outbox WHERE state = 'waiting'`;
  return (prepared(db, sql).get() as { n: number | null }).n;
}

/** Writes the centre's word on exactly this command; the first word stands. */
export function recordVerdict(db: Writable, verdict: Verdict): void {
  prepared(
    db,
    `UPDATE outbox SET state = ?, seq = ?, decided_at = ?, code = ?, details = ?
     WHERE n = ? AND id = ? AND state = 'waiting'`,
  ).run(
    verdict.status,
    verdict.seq,
    verdict.at,
    verdict.code ?? null,
    verdict.details ? JSON.stringify(verdict.details) : null,
    verdict.n,
    verdict.id,
  );
}

export function rememberKeys(db: Writable, n: number, reads: Iterable<string>, writes: Iterable<string>): void {
  const insert = prepared(db, 'INSERT OR IGNORE INTO pending_key (key, n, mode) VALUES (?, ?, ?)');
  for (const key of reads) insert.run(key, n, 'r');
  for (const key of writes) insert.run(key, n, 'w');
}

export function forgetKeys(db: Writable, n: number): void {
  prepared(db, 'DELETE FROM pending_key WHERE n = ?').run(n);
}

export function setSuspended(db: Writable, n: number, suspended: boolean): void {
  prepared(db, 'UPDATE outbox SET suspended = ? WHERE n = ? AND suspended <> ?').run(
    suspended ? 1 : 0,
    n,
    suspended ? 1 : 0,
  );
}

export function pendingKeys(db: Readable): PendingKeys {
  const readers = prepared(db, `SELECT DISTINCT n FROM pending_key WHERE key = ? AND mode = 'r'`).pluck();
  const touching = prepared(db, 'SELECT DISTINCT n FROM pending_key WHERE key = ? ').pluck();
  const writing = prepared(db, `SELECT n FROM pending_key WHERE key = ? AND mode = 'w'`).pluck();
  const keys = prepared(db, 'SELECT key FROM pending_key WHERE n = ? AND mode = ?').pluck();
  return {
    // An index place is only ever depended on by those who looked there; a row also by those who write it.
    dependents: (key) => (key.includes('#') ? readers : touching).all(key) as number[],
    writers: (key) => writing.all(key) as number[],
    reads: (n) => keys.all(n, 'r') as string[],
    writes: (n) => keys.all(n, 'w') as string[],
  };
}

/** The record that a command is about, when it names one. */
export function aboutOf(db: Readable, n: number): { entity: string; id: string } | null {
  const sql = 'SELECT about_entity AS entity, about_id AS id FROM outbox WHERE n = ?';
  const found = prepared(db, sql).get(n) as { entity: string | null; id: string | null } | undefined;
  return found?.entity && found.id ? { entity: found.entity, id: found.id } : null;
}
