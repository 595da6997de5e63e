import { hash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { AuditEvent, LogEntry } from '#server/store/port.ts';
import { safeText } from '#server/store/safe-text.ts';

export interface AuditHead {
  n: number;
  /** Hash of the entry n; of nothing yet: ''. */
  hash: string;
}

export interface AuditEntry extends AuditHead {
  at: number;
  actor: string;
  event: string;
  /** JSON. */
  details: string;
}

/** The entry that follows a head. */
export function nextEntry(org: string, head: AuditHead, event: AuditEvent): AuditEntry {
  const n = head.n + 1;
  const [actor, details] = [safeText(event.actor), JSON.stringify(event.details)];
  const entry = { n, at: event.at, actor, event: event.event, details };
  return { ...entry, hash: entryHash(org, head.hash, entry) };
}

/** SHA-256 over the hash before and everything the entry says. */
export function entryHash(org: string, before: string, entry: Omit<AuditEntry, 'hash'>): string {
  return hash('sha256', JSON.stringify([before, org, entry.n, entry.at, entry.actor, entry.event, entry.details]));
}

/** The event under which verdicts of one transaction stand. */
export const verdictsEvent = 'commands';

/** What an entry says of the verdicts it vouches for: by client, n and hash in turn. */
export type Vouched = Record<string, (number | string)[]>;

export function vouchedFor(log: readonly LogEntry[]): Vouched {
  // Names of clients come from outside: none of them may be that of a prototype.
  const found = Object.create(null) as Vouched;
  for (const entry of log) {
    const client = safeText(entry.client);
    const own = found[client] ?? [];
    found[client] = own;
    own.push(entry.verdict.n, verdictHash(entry));
  }
  return found;
}

/** 128 bits over everything the log keeps of a command; its name and arguments are in their own hash. */
export function verdictHash({ client, userId, verdict, argsHash, command, chainHash }: LogEntry): string {
  const said = [safeText(client), safeText(userId), verdict, safeText(argsHash), command.occurredAt, chainHash];
  return hash('sha256', JSON.stringify(said)).slice(0, 32);
}

export const addEntries = `INSERT INTO audit_log (org_id, n, at, actor, event, details, hash)
  SELECT $1, t.n, t.at, t.actor, t.event, t.details, t.hash
  FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])
    AS t (n, at, actor, event, details, hash)`;

/** Adds an event within a transaction that is bound to the organization; it commits with what it is about. */
export async function appendAudit(client: PoolClient, org: string, event: AuditEvent): Promise<void> {
  const lock = 'SELECT audit_n AS n, audit_hash AS hash FROM organization WHERE org_id = $1 FOR UPDATE';
  const [head] = (await client.query<AuditHead>(lock, [org])).rows;
  if (!head) throw new Error(`no such organization: ${org}`);
  const { n, at, actor, event: name, details, hash: own } = nextEntry(org, head, event);
  await client.query(addEntries, [org, [n], [at], [actor], [name], [details], [own]]);
  await client.query('UPDATE organization SET audit_n = $2, audit_hash = $3 WHERE org_id = $1', [org, n, own]);
}
