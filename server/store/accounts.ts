import type { Pool } from 'pg';
import { appendAudit } from '#server/store/audit-chain.ts';
import type { AuditEvent } from '#server/store/port.ts';
import { safeText } from '#server/store/safe-text.ts';
import { inTenant } from '#server/store/tenant.ts';

export interface Account {
  org: string;
  employeeId: string;
  login: string;
  passwordHash: string;
}

interface AccountRow {
  org_id: string;
  employee_id: string;
  login: string;
  password_hash: string;
}

/** Logins are compared without regard to case and outer blanks. */
export const foldLogin = (login: string): string => safeText(login.trim().toLowerCase());

const accountOf = (row: AccountRow): Account => ({
  org: row.org_id,
  employeeId: row.employee_id,
  login: row.login,
  passwordHash: row.password_hash,
});

/** Accounts with this login; more than one when two organizations of the server use the same. */
export async function accountsByLogin(pool: Pool, login: string): Promise<Account[]> {
  const folded = foldLogin(login);
  if (folded === '') return [];
  return inTenant(pool, { login: folded }, 'snapshot', async (client) => {
    const found = await client.query<AccountRow>('SELECT * FROM account WHERE login = $1 ORDER BY org_id', [folded]);
    return found.rows.map(accountOf);
  });
}

/** All accounts of an organization, in order of login. */
export async function accountsOf(pool: Pool, org: string): Promise<Account[]> {
  return inTenant(pool, { org }, 'snapshot', async (client) => {
    const found = await client.query<AccountRow>('SELECT * FROM account WHERE org_id = $1 ORDER BY login', [org]);
    return found.rows.map(accountOf);
  });
}

/**
 * Creates or replaces accounts. `passwordHash` is what hashPassword of plugins/passwords.ts gives; an event given goes into the audit
 * log of each organization with them. The sessions of these employees end: what was open under an old password, on a lost computer
 * too, is renewed no more.
 */
export async function saveAccounts(
  pool: Pool,
  accounts: readonly Account[],
  at: number,
  event?: AuditEvent,
): Promise<void> {
  const upsert = `INSERT INTO account (org_id, employee_id, login, password_hash, changed_at)
    SELECT $1, t.employee_id, t.login, t.password_hash, $5
    FROM unnest($2::text[], $3::text[], $4::text[]) AS t (employee_id, login, password_hash)
    ON CONFLICT (org_id, employee_id) DO UPDATE
    SET login = EXCLUDED.login, password_hash = EXCLUDED.password_hash, changed_at = EXCLUDED.changed_at`;
  for (const [org, own] of Map.groupBy(accounts, (account) => account.org)) {
    const employees = own.map((account) => account.employeeId);
    await inTenant(pool, { org }, 'write', async (client) => {
      await client.query(upsert, [
        org,
        employees,
        own.map((account) => foldLogin(account.login)),
        own.map((account) => account.passwordHash),
        at,
      ]);
      await client.query('DELETE FROM session WHERE org_id = $1 AND employee_id = ANY($2)', [org, employees]);
      if (event) await appendAudit(client, org, event);
    });
  }
}
