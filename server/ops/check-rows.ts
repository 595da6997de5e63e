import type { PoolClient } from 'pg';
import type { Problems } from '#server/ops/check-commands.ts';

/** Questions whose answer is a number of rows that should be none; $1 is the organization. */
const questions: [string, string][] = [
  [
    'stored_row: rows newer than the head',
    'SELECT count(*) AS count FROM stored_row r, organization o WHERE r.org_id = $1 AND o.org_id = $1 AND r.version > o.head_seq',
  ],
  [
    'row_scope: places newer than the head',
    'SELECT count(*) AS count FROM row_scope s, organization o WHERE s.org_id = $1 AND o.org_id = $1 AND s.seq > o.head_seq',
  ],
  [
    'stored_row: rows that stand in a scope without a place there',
    `SELECT count(*) AS count FROM stored_row r CROSS JOIN LATERAL unnest(r.scopes) AS wanted (scope)
     WHERE r.org_id = $1 AND r.data IS NOT NULL AND NOT EXISTS (SELECT 1 FROM row_scope s
       WHERE s.org_id = $1 AND s.scope = wanted.scope AND s.entity = r.entity AND s.id = r.id AND NOT s.gone)`,
  ],
  [
    'row_key: keys of rows that are not there',
    `SELECT count(*) AS count FROM row_key k WHERE k.org_id = $1 AND NOT EXISTS (SELECT 1 FROM stored_row r
       WHERE r.org_id = $1 AND r.entity = k.entity AND r.id = k.id AND r.data IS NOT NULL)`,
  ],
  [
    'client: numbers consumed beyond the log',
    `SELECT count(*) AS count FROM client c WHERE c.org_id = $1 AND EXISTS (
       SELECT 1 FROM command_log l WHERE l.org_id = $1 AND l.client = c.id AND l.n > c.last_n)`,
  ],
  [
    'scope_digest: scopes whose digest is not that of their rows',
    `SELECT count(*) AS count FROM (
       SELECT held.scope, count(*) AS rows, bit_xor(row_digest(r.entity, r.id, r.version)) AS digest
       FROM stored_row r CROSS JOIN LATERAL (SELECT DISTINCT unnest(r.scopes) AS scope) held
       WHERE r.org_id = $1 AND r.data IS NOT NULL GROUP BY held.scope) f
     FULL JOIN (SELECT scope, rows, digest FROM scope_digest WHERE org_id = $1 AND rows > 0) d USING (scope)
     WHERE f.rows IS DISTINCT FROM d.rows OR f.digest IS DISTINCT FROM d.digest`,
  ],
];

/** Rows, places and keys of an organization agree with each other and with its head. */
export async function checkRows(client: PoolClient, org: string, problems: Problems): Promise<void> {
  for (const [what, select] of questions) {
    const count = (await client.query<{ count: number }>(select, [org])).rows[0]?.count ?? 0;
    if (count > 0) problems.push(`${what}: ${count}`);
  }
}
