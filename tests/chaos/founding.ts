import type { Pool } from 'pg';
import { hashPassword } from '#server/plugins/passwords.ts';
import { saveAccounts } from '#server/store/accounts.ts';
import { bulkLoad, type LoadedRow } from '#server/store/bulk-load.ts';
import { migrate } from '#server/store/migrate.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { entityNames } from '#shared/domain/registry.ts';
import { foundCompany, org, people } from '#tests/simulation/company.ts';
import { createMemoryStore } from '#tests/simulation/memory-store.ts';

export const password = 'правильный пароль';

/** The company of the simulation on PostgreSQL, with accounts `user0` and so on. */
export async function foundInPostgres(pool: Pool): Promise<void> {
  await migrate(pool);
  const memory = createMemoryStore();
  await foundCompany(memory);
  const rows: LoadedRow[] = [];
  await memory.read(org, async (tx) => {
    for (const entity of entityNames) {
      const found = await tx.getMany(entity, await tx.idsOf(entity));
      for (const { row, scopes } of found.values()) rows.push({ entity, row, scopes });
    }
  });
  await createPostgresStore(pool).createOrganization(org, 'epoch-1');
  await bulkLoad(pool, org, rows, { at: 1 });
  const passwordHash = await hashPassword(password);
  const accounts = people.map((employeeId, n) => ({ org, employeeId, login: `user${n}`, passwordHash }));
  await saveAccounts(pool, accounts, 1);
}
