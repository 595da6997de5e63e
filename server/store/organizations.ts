import type { Pool } from 'pg';
import { inTenant } from '#server/store/tenant.ts';

/**
 * Every organization this server holds. For the operator's own start-up only: it asks as the owner of the database, who, when
 * not a superuser, is stopped by row-level security too and gets an empty list.
 */
export async function listOrganizations(pool: Pool): Promise<string[]> {
  const found = await pool.query<{ org_id: string }>('SELECT org_id FROM organization ORDER BY org_id');
  return found.rows.map((row) => row.org_id);
}

/** Every organization, for the server's clock: row-level security shows it their names and nothing more. */
export async function organizationsForJobs(pool: Pool): Promise<string[]> {
  return inTenant(pool, { jobs: 'list' }, 'snapshot', async (client) => {
    const found = await client.query<{ org_id: string }>('SELECT org_id FROM organization ORDER BY org_id');
    return found.rows.map((row) => row.org_id);
  });
}
