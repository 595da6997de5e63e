import { staffOf } from '#electron/core/app/queries/company/staff.ts';
import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { balanceOf, contractBalances } from '#electron/core/app/queries/relations/balance.ts';
import { expiringOf } from '#electron/core/app/queries/relations/expiring.ts';
import {
  checksOf,
  dayIn,
  documentsOf,
  filesOf,
  newestOf,
  talkOf,
} from '#electron/core/app/queries/relations/happenings.ts';
import { openTasks } from '#electron/core/app/queries/relations/open-tasks.ts';
import { documentSums, type Sum } from '#electron/core/app/queries/relations/sums.ts';
import { storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { HappeningType, Involved } from '#shared/queries/relations.ts';

const mostPeople = 8;

/** Everything about a counterparty and the records it has taken in, in one answer over one state of the rows. */
export function counterpartyRelations(
  db: Readable,
  { id, type, limit }: QueryArgs<'counterparty.relations'>,
  deps: QueryDeps,
): QueryResult<'counterparty.relations'> {
  if (!storedOf(db, 'counterparty', id)) return null;
  const staff = staffOf(db, deps);
  const members = familiesOf(db, deps).members(id);
  const family = JSON.stringify(members);
  const dayOf = dayIn(staff, deps.userId);
  const asked = { type, limit: limit + 1 };
  const wanted = (one: HappeningType) => type === null || type === one;
  const sources = members.flatMap((member) => [
    documentsOf(db, staff, 'counterpartyId', member, asked),
    ...(wanted('checks') ? [checksOf(db, staff, member, asked)] : []),
    ...(wanted('talk') ? [talkOf(db, staff, dayOf, member, asked)] : []),
    ...(wanted('files') ? [filesOf(db, staff, dayOf, member, asked)] : []),
  ]);
  const sums = documentSums(db, deps, members);
  const { contracts, count } = contractBalances(db, family);
  const payers = new Set(contracts.map((one) => one.payer));
  return {
    ...newestOf(sources, limit),
    balance: balanceOf(sums, payers.size === 1 ? (contracts[0]?.payer ?? null) : null),
    contracts,
    contractCount: count,
    ...openTasks(db, staff, 'party', family),
    expiring: expiringOf(db, family, staff.todayOf(deps.userId)),
    people: involved(sums, (person) => staff.person(person)),
  };
}

/** Who answers for the papers, most papers first. */
function involved(sums: readonly Sum[], personOf: (id: string) => { fullName: string; position: string }): Involved[] {
  const counts = new Map<string, number>();
  for (const { responsibleId, count } of sums)
    if (responsibleId !== null) counts.set(responsibleId, (counts.get(responsibleId) ?? 0) + count);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostPeople)
    .map(([id, documents]) => ({ id, name: personOf(id).fullName, position: personOf(id).position, documents }));
}
