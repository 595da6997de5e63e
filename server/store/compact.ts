import type { Pool } from 'pg';
import * as sql from '#server/store/scope-sql.ts';
import { inTenant } from '#server/store/tenant.ts';

/** Leaves that one transaction forgets. */
const atOnce = 5_000;

/**
 * Forgets what only workstations offline for longer than allowed could still need: leaves older than `before` (an instant in
 * milliseconds) and what is left of removed rows. Each scope keeps a floor: whoever comes back from before it gets the scope whole.
 * Verdicts stay, the audit log vouches for them. Returns how many leaves it were.
 */
export async function compact(pool: Pool, org: string, before: number): Promise<number> {
  const forget = (): Promise<number> =>
    inTenant(pool, { org }, 'write', async (client) => {
      const { rows } = await client.query<{ count: number }>(sql.forgetLeaves, [org, before, atOnce]);
      return rows[0]?.count ?? 0;
    });
  let forgotten = 0;
  for (let count = atOnce; count === atOnce; forgotten += count) count = await forget();
  await inTenant(pool, { org }, 'write', (client) => client.query(sql.forgetRemoved, [org, before]));
  return forgotten;
}
