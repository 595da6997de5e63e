import type { Pool } from 'pg';
import { inTenant } from '#server/store/tenant.ts';

/** Remembers that this person has sent these bytes: knowing a hash alone proves nothing. */
export async function addFileProof(
  pool: Pool,
  proof: { org: string; sha256: string; employeeId: string; size: number; at: number },
): Promise<void> {
  const { org, sha256, employeeId, size, at } = proof;
  const insert = `INSERT INTO file_proof (org_id, sha256, employee_id, size, at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (org_id, sha256, employee_id) DO NOTHING`;
  await inTenant(pool, { org }, 'write', (client) => client.query(insert, [org, sha256, employeeId, size, at]));
}

export async function hasFileProof(pool: Pool, org: string, sha256: string, employeeId: string): Promise<boolean> {
  const select = 'SELECT 1 FROM file_proof WHERE org_id = $1 AND sha256 = $2 AND employee_id = $3';
  return inTenant(pool, { org }, 'snapshot', async (client) => {
    return (await client.query(select, [org, sha256, employeeId])).rowCount === 1;
  });
}
