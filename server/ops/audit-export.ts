import type { Pool } from 'pg';
import { writeLines } from '#server/ops/json-lines.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';
import { inTenant } from '#server/store/tenant.ts';

/** Writes the audit log of every organization into one file, lines of JSON under zstd, in order. Returns its figures. */
export async function exportAudit(pool: Pool, to: string): Promise<{ to: string; entries: number; sha256: string }> {
  let entries = 0;
  async function* lines(): AsyncGenerator<string> {
    for (const org of await organizationsForJobs(pool)) {
      for (let after = 0; ; ) {
        const select = `SELECT row_to_json(a)::text AS line, n FROM audit_log a WHERE org_id = $1 AND n > $2 ORDER BY n LIMIT 1000`;
        const { rows } = await inTenant(pool, { org }, 'snapshot', (client) =>
          client.query<{ line: string; n: number }>(select, [org, after]),
        );
        entries += rows.length;
        if (rows.length > 0) yield rows.map((row) => `${row.line}\n`).join('');
        if (rows.length < 1_000) break;
        after = rows.at(-1)?.n ?? after;
      }
    }
  }
  const sha256 = await writeLines(to, lines());
  return { to, entries, sha256 };
}
