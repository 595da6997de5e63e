import type { RowWrite, ServerStore } from '#server/sync/store-port.ts';
import type { AnyRow } from '#shared/domain/change.ts';
import { scopesOfEmployee } from '#shared/domain/employee.ts';
import { type EntityName, ownScopes } from '#shared/domain/registry.ts';
import { hashText } from '#shared/lib/canonical.ts';

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
    yield [
      'employee',
      { id, fullName: `Сотрудник ${n}`, position: '', login: `user${n}`, ...access, email: null, phone: null },
    ];
  }
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

export const scopesOf = (person: string): string[] => {
  const n = people.indexOf(person as (typeof people)[number]);
  const access = n === 0 ? null : [];
  return scopesOfEmployee(
    { id: person, branchId: branches[n % 3] as string, branchAccess: access, state: 'active' },
    branches,
  );
};
