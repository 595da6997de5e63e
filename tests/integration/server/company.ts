import type { Pool } from 'pg';
import { hashPassword } from '#server/plugins/passwords.ts';
import { saveAccounts } from '#server/store/accounts.ts';
import { bulkLoad, type LoadedRow } from '#server/store/bulk-load.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { branchScope, organizationScope, userScope } from '#shared/domain/entity.ts';

export const idAt = (n: number): string => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const moscow = idAt(1);
export const kazan = idAt(2);
/** Sees everything. */
export const director = idAt(11);
/** Sees Kazan only. */
export const clerk = idAt(12);
export const blocked = idAt(13);
export const password = 'правильный пароль';

/** Numbers of documents; odd ones are Moscow's, even ones Kazan's. */
export const documentId = (n: number): string => idAt(1_000 + n);

const branch = (id: string, name: string): LoadedRow => ({
  entity: 'branch',
  scopes: [organizationScope],
  row: {
    id,
    code: name.slice(0, 3),
    name,
    city: name,
    zone: 'Europe/Moscow',
    offsets: [{ from: null, minutes: 180 }],
    position: 1,
  },
});

function employee(
  id: string,
  login: string,
  branchId: string,
  branchAccess: string[] | null,
  state = 'active',
): LoadedRow {
  const row = {
    id,
    login,
    branchId,
    branchAccess,
    state,
    fullName: `Сотрудник ${login}`,
    position: 'Делопроизводитель',
  };
  return {
    entity: 'employee',
    scopes: [organizationScope],
    row: {
      ...row,
      roles: login.startsWith('director') ? ['clerk', 'administrator'] : ['clerk'],
      email: null,
      phone: null,
    },
  };
}

function document(n: number): LoadedRow {
  const branchId = n % 2 === 1 ? moscow : kazan;
  const texts = {
    kind: 'incoming',
    number: `${n}`,
    date: '2026-03-01',
    subject: `Письмо № ${n}`,
    currency: 'RUB',
    state: 'reg',
  };
  const empty = { counterpartyId: null, amount: null, vatAmount: null, responsibleId: null, dueDate: null, note: null };
  const traces = { sourceKey: null, sourceFormat: null, receivedAt: null, deviceName: null, archivedAt: null };
  const row = {
    id: documentId(n),
    ...texts,
    ...empty,
    ...traces,
    branchId,
    labels: [],
    authorId: director,
    createdAt: 1,
  };
  return { entity: 'document', scopes: [branchScope(branchId), userScope(director)], row };
}

/** A company of two branches, three people and as many documents as asked; logins end with the name of the organization. */
export async function createCompany(pool: Pool, org: string, documents: number): Promise<void> {
  await createPostgresStore(pool).createOrganization(org, `epoch-${org}`);
  const rows: LoadedRow[] = [
    branch(moscow, 'Москва'),
    branch(kazan, 'Казань'),
    employee(director, `director-${org}`, moscow, null),
    employee(clerk, `clerk-${org}`, kazan, []),
    employee(blocked, `blocked-${org}`, kazan, [], 'blocked'),
    ...Array.from({ length: documents }, (_, n) => document(n + 1)),
  ];
  await bulkLoad(pool, org, rows, { at: 1_000 });
  const passwordHash = await hashPassword(password);
  const people = [
    ['director', director],
    ['clerk', clerk],
    ['blocked', blocked],
  ] as const;
  const accounts = people.map(([name, employeeId]) => ({ org, employeeId, login: `${name}-${org}`, passwordHash }));
  await saveAccounts(pool, accounts, 1_000);
}
