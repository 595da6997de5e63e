import type { Pool } from 'pg';
import { checkAudit, type NotedHead } from '#server/ops/check-audit.ts';
import { checkCommands } from '#server/ops/check-commands.ts';
import { checkRows } from '#server/ops/check-rows.ts';
import { genesisHash } from '#server/store/genesis.ts';
import { organizationsForJobs } from '#server/store/organizations.ts';
import { inTenant } from '#server/store/tenant.ts';

export interface Checked {
  ok: boolean;
  organizations: number;
  commands: number;
  auditEntries: number;
  /** What does not hold; each begins with the organization. */
  problems: string[];
}

/** Heads noted elsewhere, by organization; see audit-heads.ts. */
export type NotedHeads = ReadonlyMap<string, readonly NotedHead[]>;

/** Everything a database can be asked about itself: chain of commands, audit log, rows against the head. Each organization in one snapshot. */
export async function checkDatabase(pool: Pool, noted: NotedHeads = new Map()): Promise<Checked> {
  const found: Checked = { ok: true, organizations: 0, commands: 0, auditEntries: 0, problems: [] };
  const orgs = await organizationsForJobs(pool);
  for (const org of orgs) {
    const problems: string[] = [];
    await inTenant(pool, { org }, 'snapshot', async (client) => {
      found.commands += await checkCommands(client, org, genesisHash(org), problems);
      found.auditEntries += await checkAudit(client, org, noted.get(org) ?? [], problems);
      await checkRows(client, org, problems);
    });
    found.problems.push(...problems.map((problem) => `${org}: ${problem}`));
  }
  for (const org of noted.keys()) if (!orgs.includes(org)) found.problems.push(`${org}: the organization is missing`);
  return { ...found, ok: found.problems.length === 0, organizations: orgs.length };
}
