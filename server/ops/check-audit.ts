import type { PoolClient } from 'pg';
import type { Problems } from '#server/ops/check-commands.ts';
import { type AuditEntry, entryHash, type Vouched, verdictHash, verdictsEvent } from '#server/store/audit-chain.ts';
import type { LogEntry } from '#server/store/port.ts';

/** A head that was noted elsewhere at some time: what it names may not have changed since. */
export interface NotedHead {
  n: number;
  hash: string;
}

interface LogRow {
  client: string;
  n: number;
  user_id: string;
  chain_hash: string;
  verdict: string;
  args_hash: string;
  command: string;
}

const portion = 200;

/**
 * Walks the audit log of an organization: numbers without gaps, every link, every verdict that an entry vouches for, and every head
 * noted elsewhere. Returns how many entries there are; adds what does not hold, by number.
 */
export async function checkAudit(
  client: PoolClient,
  org: string,
  noted: readonly NotedHead[],
  problems: Problems,
): Promise<number> {
  const [head] = (
    await client.query<NotedHead>('SELECT audit_n AS n, audit_hash AS hash FROM organization WHERE org_id = $1', [org])
  ).rows;
  const wanted = new Map(noted.map((one) => [one.n, one.hash]));
  let last: NotedHead = { n: 0, hash: '' };
  for (;;) {
    const select = `SELECT n, at, actor, event, details, hash FROM audit_log
      WHERE org_id = $1 AND n > $2 ORDER BY n LIMIT ${portion}`;
    const { rows } = await client.query<AuditEntry>(select, [org, last.n]);
    const verdicts = await verdictsUnder(client, org, rows);
    for (const entry of rows) {
      for (let n = last.n + 1; n < entry.n; n += 1) problems.push(`audit_log: entry ${n} is missing`);
      if (entryHash(org, last.hash, entry) !== entry.hash)
        problems.push(`audit_log: entry ${entry.n} does not follow from the one before: changed, or moved`);
      const known = wanted.get(entry.n);
      if (known !== undefined && known !== entry.hash)
        problems.push(`audit_log: entry ${entry.n} is not the one whose hash was noted: the log was rewritten`);
      if (entry.event === verdictsEvent) checkVerdicts(entry, verdicts.get(entry.n) ?? [], problems);
      last = entry;
    }
    if (rows.length < portion) break;
  }
  for (let n = last.n + 1; n <= (head?.n ?? 0); n += 1) problems.push(`audit_log: entry ${n} is missing`);
  if (last.n === head?.n && last.hash !== head.hash)
    problems.push(`organization: the audit hash is not that of entry ${last.n}`);
  for (const { n } of noted)
    if (n > last.n) problems.push(`audit_log: entry ${n} was noted, the log ends at ${last.n}`);
  return last.n;
}

/** Verdicts of the log by the entry that vouches for them. */
async function verdictsUnder(
  client: PoolClient,
  org: string,
  entries: readonly AuditEntry[],
): Promise<Map<number, LogRow[]>> {
  const numbers = entries.filter((entry) => entry.event === verdictsEvent).map((entry) => entry.n);
  const select = `SELECT audit_n, client, n, user_id, chain_hash, verdict, args_hash, command FROM command_log
    WHERE org_id = $1 AND audit_n = ANY ($2::bigint[])`;
  const { rows } = await client.query<LogRow & { audit_n: number }>(select, [org, numbers]);
  return Map.groupBy(rows, (row) => row.audit_n);
}

function checkVerdicts(entry: AuditEntry, rows: readonly LogRow[], problems: Problems): void {
  const found = new Map(rows.map((row) => [`${row.client}/${row.n}`, row]));
  for (const [client, said] of Object.entries(vouched(entry.details))) {
    for (let n = 0; n + 1 < said.length; n += 2) {
      const place = `${client}/${said[n]}`;
      const row = found.get(place);
      found.delete(place);
      if (!row) problems.push(`command_log: ${place} is missing (audit entry ${entry.n})`);
      else if (verdictHash(logEntry(row)) !== said[n + 1])
        problems.push(`command_log: ${place} was changed (audit entry ${entry.n})`);
    }
  }
  for (const place of found.keys()) problems.push(`command_log: ${place} was added later (audit entry ${entry.n})`);
}

/** A changed entry may be no JSON any more; it has been named already. */
function vouched(details: string): Vouched {
  try {
    return JSON.parse(details) as Vouched;
  } catch {
    return {};
  }
}

const logEntry = (row: LogRow): LogEntry => ({
  client: row.client,
  userId: row.user_id,
  verdict: JSON.parse(row.verdict) as LogEntry['verdict'],
  argsHash: row.args_hash,
  command: JSON.parse(row.command) as LogEntry['command'],
  chainHash: row.chain_hash,
});
