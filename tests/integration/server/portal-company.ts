import { hashPassword } from '#server/plugins/passwords.ts';
import { saveAccounts } from '#server/store/accounts.ts';
import { bulkLoad, type LoadedRow } from '#server/store/bulk-load.ts';
import { createPostgresStore } from '#server/store/postgres-store.ts';
import { organizationScope } from '#shared/domain/entity.ts';
import type { EntityName, RowOf } from '#shared/domain/registry.ts';
import type { ServiceDefinition } from '#shared/domain/service/definition.ts';
import { plainDefinition } from '#tests/fixtures/kernel/portal-samples.ts';
import type { Centre } from '#tests/integration/server/centre.ts';
import { idAt, kazan, moscow, password } from '#tests/integration/server/company.ts';
import { Workstation } from '#tests/integration/server/workstation.ts';

/** Who answers and who asks; logins `desk-1-one`, `asks-1-one` and so on. */
export const answering = [1, 2, 3, 4].map((n) => idAt(40 + n));
export const asking = Array.from({ length: 8 }, (_, n) => idAt(51 + n));

const person = (id: string, login: string, branchId: string): LoadedRow => ({
  entity: 'employee',
  scopes: [organizationScope],
  row: {
    id,
    login,
    fullName: `Сотрудник ${login}`,
    position: '',
    branchId,
    branchAccess: [],
    roles: ['lawyer'],
    email: null,
    phone: null,
    state: 'active',
  },
});

/** Lets those who answer and those who ask into a company, each with an account. */
export async function hirePortal(centre: Centre, org: string): Promise<void> {
  const people = [
    ...answering.map((id, n) => ({ id, login: `desk-${n + 1}-${org}`, branchId: moscow })),
    ...asking.map((id, n) => ({ id, login: `asks-${n + 1}-${org}`, branchId: kazan })),
  ];
  await bulkLoad(
    centre.pool,
    org,
    people.map(({ id, login, branchId }) => person(id, login, branchId)),
    { at: 2_000 },
  );
  const passwordHash = await hashPassword(password);
  const accounts = people.map(({ id: employeeId, login }) => ({ org, employeeId, login, passwordHash }));
  await saveAccounts(centre.pool, accounts, 2_000);
}

export async function joinCentre(centre: Centre, login: string, client = login): Promise<Workstation> {
  const desk = new Workstation(centre.url, client);
  await desk.hello((await centre.login(login)).access);
  return desk;
}

/** Gives one command and returns what it made; fails when it is refused. */
export async function does(desk: Workstation, name: string, args: unknown): Promise<string> {
  const [verdict] = (await desk.push([{ name, args }])).verdicts;
  if (verdict?.status !== 'accepted') throw new Error(`${name}: ${verdict?.code} ${JSON.stringify(verdict?.details)}`);
  return (verdict.result as { id?: string } | null)?.id ?? '';
}

/** A desk with the given members. Returns its id. */
export const openDesk = (boss: Workstation, ...members: string[]): Promise<string> =>
  does(boss, 'queue.create', {
    name: 'ИТ',
    members: members.map((employeeId) => ({ employeeId, skills: [], limit: null })),
    leadId: null,
    branchId: null,
    schedule: null,
    holidays: 'standard',
  });

/** A published service of a desk. Returns its id. */
export async function openService(
  boss: Workstation,
  queueId: string,
  given: Partial<ServiceDefinition> = {},
): Promise<string> {
  const card = { name: 'Помощь', description: '', category: 'it', icon: 'equipment', keywords: [], position: 1 };
  const id = await does(boss, 'service.create', { ...card, draft: plainDefinition({ queueId, ...given }) });
  await does(boss, 'service.publish', { id, note: '' });
  return id;
}

export const wish = (serviceId: string, requesterId: string, what = 'Мышь') => ({
  name: 'ticket.create',
  args: { serviceId, serviceVersion: 1, requesterId, values: { what }, priority: null, title: null },
});

/** Every row of an entity as the centre has it, in the order of the ids. */
export async function rowsOf<E extends EntityName>(centre: Centre, org: string, entity: E): Promise<RowOf<E>[]> {
  return createPostgresStore(centre.pool).read(org, async (tx) => {
    const ids = await tx.idsOf(entity);
    const found = await tx.getMany(entity, ids);
    return ids.map((id) => found.get(id)?.row as unknown as RowOf<E>);
  });
}
