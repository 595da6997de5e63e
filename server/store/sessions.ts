import type { Pool, PoolClient } from 'pg';
import { appendAudit } from '#server/store/audit-chain.ts';
import { safeText } from '#server/store/safe-text.ts';
import { inTenant } from '#server/store/tenant.ts';

/** A refresh session; of its tokens only hashes are known. */
export interface StoredSession {
  org: string;
  id: string;
  employeeId: string;
  current: string;
  next: string | null;
  retired: string | null;
  expiresAt: number;
}

interface SessionRow {
  org_id: string;
  id: string;
  employee_id: string;
  current: string;
  next: string | null;
  retired: string | null;
  expires_at: number;
}

export async function createSessionRow(
  pool: Pool,
  session: {
    org: string;
    id: string;
    employeeId: string;
    device: string;
    current: string;
    at: number;
    expiresAt: number;
  },
): Promise<void> {
  const { org, id, employeeId, device, current, at, expiresAt } = session;
  const insert = `INSERT INTO session (org_id, id, employee_id, device, current, created_at, used_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`;
  await inTenant(pool, { org }, 'write', async (client) => {
    await client.query('DELETE FROM session WHERE org_id = $1 AND employee_id = $2 AND expires_at < $3', [
      org,
      employeeId,
      at,
    ]);
    await client.query(insert, [org, id, employeeId, safeText(device), current, at, expiresAt]);
    const details = { session: id, device };
    await appendAudit(client, org, { at, actor: employeeId, event: 'login', details });
  });
}

/** The organization of a session, by its id alone. */
async function organizationOf(pool: Pool, id: string): Promise<string | null> {
  return inTenant(pool, { session: id }, 'snapshot', async (client) => {
    const found = await client.query<{ org_id: string }>('SELECT org_id FROM session WHERE id = $1', [id]);
    return found.rows[0]?.org_id ?? null;
  });
}

export type SessionChange = { current: string; next: string | null; retired: string | null; expiresAt: number } | 'end';

/**
 * Runs `decide` with the session row locked and writes what it returns; two refreshes at once run one after the other.
 * Returns null when there is no such session.
 */
export async function withSession<T>(
  pool: Pool,
  id: string,
  at: number,
  decide: (session: StoredSession, client: PoolClient) => Promise<{ change: SessionChange | null; value: T }>,
): Promise<T | null> {
  const org = await organizationOf(pool, safeText(id));
  if (org === null) return null;
  return inTenant(pool, { org }, 'write', async (client) => {
    const key = [org, safeText(id)];
    const found = await client.query<SessionRow>('SELECT * FROM session WHERE org_id = $1 AND id = $2 FOR UPDATE', key);
    const row = found.rows[0];
    if (!row) return null;
    const session = {
      org,
      id: row.id,
      employeeId: row.employee_id,
      current: row.current,
      next: row.next,
      retired: row.retired,
    };
    const { change, value } = await decide({ ...session, expiresAt: row.expires_at }, client);
    if (change === 'end') await client.query('DELETE FROM session WHERE org_id = $1 AND id = $2', key);
    else if (change !== null) {
      const update = `UPDATE session SET current = $3, next = $4, retired = $5, expires_at = $6, used_at = $7
        WHERE org_id = $1 AND id = $2`;
      await client.query(update, [...key, change.current, change.next, change.retired, change.expiresAt, at]);
    }
    return value;
  });
}
