import type { RowWrite, ServerStore } from '#server/sync/store-port.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { scopesOfEmployee } from '#shared/domain/employee.ts';
import { type EntityName, ownScopes, type RowOf } from '#shared/domain/registry.ts';
import { hashText } from '#shared/lib/canonical.ts';
import { vacationForm } from '#tests/fixtures/kernel/portal.ts';
import { plainDefinition } from '#tests/fixtures/kernel/portal-samples.ts';
import { sampleRow } from '#tests/fixtures/kernel/samples.ts';

export const org = 'simulated';
const idAt = (kind: number, n: number): string =>
  `00000000-${String(kind).padStart(4, '0')}-8000-8000-${String(n).padStart(12, '0')}`;

export const branches = [idAt(1, 1), idAt(1, 2), idAt(1, 3)] as const;
/** The first sees every branch and leads the company; the others see only their own. */
export const people = [idAt(2, 1), idAt(2, 2), idAt(2, 3), idAt(2, 4)] as const;
export const firstDocuments = Array.from({ length: 6 }, (_, n) => idAt(4, n + 1));
/** A contract in each of the first two branches, with a file that the centre has checked. */
export const firstContracts = [idAt(4, 11), idAt(4, 12)] as const;
export const firstCounterparties = [idAt(3, 1), idAt(3, 2)] as const;

export const [desk, policy, route] = [idAt(30, 1), idAt(31, 1), idAt(32, 1)];
export const services = { help: idAt(33, 1), vacation: idAt(33, 2) };
/** Days of vacation that everybody has. */
export const granted = 14;
const anybody = { type: 'queue', employeeId: null, sameBranch: false, skill: null } as const;
const ofDesk = { queueId: desk, slaPolicyId: policy };

export const document = (id: string, n: number): AnyRow => ({
  id,
  kind: 'incoming',
  number: `ВХ-${n}`,
  date: '2026-05-13',
  subject: `Письмо ${n}`,
  counterpartyId: firstCounterparties[n % 2] ?? null,
  amount: 100_000 * n,
  vatAmount: null,
  currency: 'RUB',
  state: 'reg',
  responsibleId: null,
  branchId: branches[n % 3],
  dueDate: null,
  note: null,
  labels: [],
  sourceKey: null,
  sourceFormat: null,
  authorId: people[0],
  createdAt: 1,
  receivedAt: 1,
  deviceName: null,
  archivedAt: null,
});

function* rows(): Iterable<[EntityName, AnyRow]> {
  const requisites = { inn: '7707083893', kpp: null, ogrn: null, address: null };
  yield ['organization', { id: idAt(0, 1), name: 'Компания', fullName: 'ООО «Компания»', ...requisites }];
  for (const [n, id] of branches.entries()) {
    const place = { city: `Город ${n}`, zone: 'Europe/Moscow', offsets: [{ from: null, minutes: 180 }] };
    yield ['branch', { id, code: `Ф${n}`, name: `Филиал ${n}`, ...place, position: n }];
  }
  for (const [n, id] of people.entries()) {
    const roles = n === 0 ? ['administrator', 'manager'] : ['clerk'];
    const access = { branchId: branches[n % 3], roles, branchAccess: n === 0 ? null : [], state: 'active' };
    const queueIds = n < 2 ? [desk] : null;
    yield [
      'employee',
      {
        id,
        fullName: `Сотрудник ${n}`,
        position: '',
        login: `user${n}`,
        ...access,
        email: null,
        phone: null,
        queueIds,
      },
    ];
  }
  yield* portal();
  for (const [n, id] of firstCounterparties.entries()) {
    const empty = { legalForm: null, fullName: null, phone: null, email: null, note: null, possibleDuplicateOf: null };
    const origin = { authorId: people[0], createdAt: 1, archivedAt: null };
    yield ['counterparty', { id, kind: 'legal', name: `Контрагент ${n}`, ...requisites, ...empty, ...origin }];
  }
  for (const [n, id] of firstDocuments.entries()) yield ['document', document(id, n)];
  for (const [n, id] of firstContracts.entries()) {
    yield ['document', { ...document(id, n), kind: 'contract', state: 'draft', subject: 'Договор 0', amount: 0 }];
    const bytes = { name: 'договор.docx', size: 10, mime: 'text/plain', sha256: '0'.repeat(64) };
    const origin = { authorId: people[0], createdAt: 1, verifiedAt: 1, archivedAt: null };
    yield ['attachment', { id: idAt(6, n + 1), documentId: id, ...bytes, ...origin }];
  }
}

/** A desk of the first two, a service it gives to whoever has least, and vacations that the first agrees to; fourteen days for each. */
function* portal(): Iterable<[EntityName, AnyRow]> {
  const made = { authorId: people[0], createdAt: 1, archivedAt: null };
  const usual = { response: 60, resolution: 480 };
  const targets = { low: usual, normal: usual, high: { response: 30, resolution: 120 }, critical: usual };
  yield ['sla_policy', { ...sampleRow('sla_policy', policy), targets, calendar: 'always', steps: [] }];
  const members = people.slice(0, 2).map((employeeId) => ({ employeeId, skills: [], limit: null }));
  yield ['queue', { ...sampleRow('queue', desk), members, leadId: null, branchId: null, schedule: null }];
  const members0 = [{ type: 'employee', employeeId: people[0] }];
  const agree = { key: 'agree', name: 'Виза', kind: 'approve', mode: 'all', quorum: null, members: members0 };
  const steps = [{ ...agree, conditions: [], deadlineMinutes: null, escalateTo: null }];
  yield ['approval_route', { ...sampleRow('approval_route', route), conditions: [], steps, ...made }];
  const definitions = [
    [services.help, plainDefinition({ ...ofDesk, assignment: { ...anybody, type: 'load' } })],
    [services.vacation, plainDefinition({ ...ofDesk, ...vacationForm, routeId: route, effect: 'vacation' })],
  ] as const;
  for (const [n, [serviceId, definition]] of definitions.entries()) {
    yield ['service', { ...sampleRow('service', serviceId), draft: null, ...made }];
    const kept = { serviceId, version: 1, definition, authorId: people[0] };
    yield ['service_version', { ...sampleRow('service_version', idAt(34, n + 1)), ...kept }];
  }
  for (const [n, employeeId] of people.entries())
    yield ['vacation_grant', { ...sampleRow('vacation_grant', idAt(35, n + 1)), employeeId, days: granted }];
}

/** The company as every simulated history finds it. */
export async function foundCompany(store: ServerStore): Promise<void> {
  await store.createOrganization(org, 'epoch-1');
  await store.write(org, async (tx) => {
    const head = await tx.head();
    const chainHash = hashText(`${head.chainHash}:founding`);
    const writes: RowWrite[] = [...rows()].map(([entity, row]) => {
      const { scopes: own, parent } = ownScopes(entity, row);
      const owner = parent && [...rows()].find(([, one]) => one.id === parent.id);
      const scopes = owner ? ownScopes(...owner).scopes : own;
      return { entity, id: row.id, row, version: 1, at: 1, scopes, left: [] };
    });
    const verdict = { n: 1, id: 'founding', status: 'accepted' as const, seq: 1, at: 1 };
    const command = { name: 'founding', v: 1, args: {}, occurredAt: 1 };
    const log = [{ client: 'founder', userId: 'centre', verdict, argsHash: '', command, chainHash }];
    await tx.write({ rows: writes, log, head: { ...head, seq: 1, chainHash }, clients: [] });
  });
}

/** What an employee of this company may see, by their row as it stands. */
export const scopesOf = (employee: RowOf<'employee'>): string[] => scopesOfEmployee(employee, branches);
