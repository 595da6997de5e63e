import type { Pool } from 'pg';
import { hashPassword } from '#server/plugins/passwords.ts';
import { saveAccounts } from '#server/store/accounts.ts';
import { bulkLoad, type LoadedRow } from '#server/store/bulk-load.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { type Role, roles } from '#shared/domain/employee.ts';
import { type EntityName, ownScopes } from '#shared/domain/registry.ts';
import { everyCommandRows } from '#tests/fixtures/kernel/every-command.ts';
import { branchRow, company, employeeRow, rowId, whole } from '#tests/fixtures/kernel/rows.ts';
import { password } from '#tests/integration/server/company.ts';

/** Stands in texts of the foreign organization only. */
export const secret = 'ТАЙНА-ЧУЖИХ';

/** The same thing with every id of the fixtures turned into one that only the foreign organization has. */
export const foreign = <T>(thing: T): T => JSON.parse(JSON.stringify(thing).replaceAll('0190a000-', '0190b000-')) as T;

/** One person of every role, who sees all branches of the own organization. */
export const personOf = (role: Role): string => rowId(2, 100 + roles.indexOf(role));

/** `mine` with a person of every role and little else; `theirs` with a row of everything, under ids of its own. */
export async function createTenants(pool: Pool): Promise<void> {
  const store = createPostgresStore(pool);
  const branch = rowId(1, 50);
  const mine: [EntityName, AnyRow][] = [
    ['branch', whole('branch', branchRow(branch, 'Своя'))],
    ...roles.map((role): [EntityName, AnyRow] => [
      'employee',
      whole(
        'employee',
        employeeRow(personOf(role), { login: role, roles: [role], branchId: branch, branchAccess: null }),
      ),
    ]),
  ];
  const theirs = foreign([...company(), ...everyCommandRows()]).map(([entity, row]): [EntityName, AnyRow] => [
    entity,
    whole(entity, marked(row)),
  ]);
  for (const [org, rows] of [
    ['mine', mine],
    ['theirs', theirs],
  ] as const) {
    await store.createOrganization(org, `epoch-${org}`);
    await bulkLoad(pool, org, placed(rows), { at: 1_000 });
  }
  const passwordHash = await hashPassword(password);
  const accounts = roles.map((role) => ({ org: 'mine', employeeId: personOf(role), login: role, passwordHash }));
  await saveAccounts(pool, accounts, 1_000);
  const director = { org: 'theirs', employeeId: foreign(rowId(2, 1)), login: 'their-director', passwordHash };
  await saveAccounts(pool, [director], 1_000);
}

/** Texts by which a person would recognize the row. */
function marked(row: AnyRow): AnyRow {
  const named = Object.entries(row).map(([field, value]) => {
    const isName = ['name', 'title', 'subject', 'fullName', 'text'].includes(field) && typeof value === 'string';
    return [field, isName ? `${value} ${secret}` : value];
  });
  return Object.fromEntries(named) as AnyRow;
}

/** The last row under an id counts; each gets the scopes of its own and of what it belongs to. */
function placed(rows: readonly [EntityName, AnyRow][]): LoadedRow[] {
  const all = new Map(rows.map(([entity, row]) => [`${entity}/${row.id}`, { entity, row }]));
  const scopesOf = (entity: EntityName, row: AnyRow): string[] => {
    const { scopes, parent } = ownScopes(entity, row);
    const owner = parent && all.get(`${parent.entity}/${parent.id}`);
    return [...new Set([...scopes, ...(owner ? scopesOf(owner.entity, owner.row) : [])])].sort();
  };
  return [...all.values()].map(({ entity, row }) => ({ entity, row, scopes: scopesOf(entity, row) }));
}
