import type { Pool } from 'pg';
import { appendAudit } from '#server/store/audit-chain.ts';
import type { AuditEvent } from '#server/store/port.ts';
import { inTenant } from '#server/store/tenant.ts';

/** Writes an event that goes with no other change of the database: a refused login, a refused file. */
export async function writeAudit(pool: Pool, org: string, event: AuditEvent): Promise<void> {
  await inTenant(pool, { org }, 'write', (client) => appendAudit(client, org, event));
}

/** Where audit log and commands of an organization stand at an instant. */
export interface StandingHeads {
  at: number;
  org: string;
  /** Number and hash of the last entry of the audit log. */
  n: number;
  hash: string;
  seq: number;
  chainHash: string;
}

/** Throws when there is no such organization. */
export async function auditHeadOf(pool: Pool, org: string, at: number): Promise<StandingHeads> {
  const select = 'SELECT audit_n, audit_hash, head_seq, chain_hash FROM organization WHERE org_id = $1';
  const found = await inTenant(pool, { org }, 'snapshot', (client) =>
    client.query<{ audit_n: number; audit_hash: string; head_seq: number; chain_hash: string }>(select, [org]),
  );
  const row = found.rows[0];
  if (!row) throw new Error(`no such organization: ${org}`);
  return { at, org, n: row.audit_n, hash: row.audit_hash, seq: row.head_seq, chainHash: row.chain_hash };
}
