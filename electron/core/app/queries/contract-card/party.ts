import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { problemsOf } from '#electron/core/app/queries/contract-card/party-problems.ts';
import { pairKey, toldApart } from '#electron/core/app/queries/counterparty-distinct.ts';
import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { counterpartyKey } from '#shared/domain/counterparty.ts';
import { defaultPolicies } from '#shared/domain/organization.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import type { PartyStanding } from '#shared/queries/contract.ts';

/** How the counterparty of a contract stands; null when it has none, or it is not here. */
export function partyOf(
  db: Readable,
  deps: QueryDeps,
  document: RowOf<'document'>,
  staff: Staff,
): PartyStanding | null {
  const standing = document.counterpartyId === null ? null : familiesOf(db, deps).standing(document.counterpartyId);
  const row = standing === null ? null : (storedOf(db, 'counterparty', standing)?.row ?? null);
  if (!row) return null;
  return standingOf(
    db,
    row,
    { id: document.id, amount: document.currency === 'RUB' ? document.amount : null },
    { deps, staff, today: staff.todayIn(document.branchId) },
  );
}

/** The record itself and those it has taken in. */
const within = 'IN (SELECT value FROM json_each(?))';

/** How a counterparty stands on a day; `contract` is the one that is looked at, in kopecks of roubles, if any. */
export function standingOf(
  db: Readable,
  row: RowOf<'counterparty'>,
  contract: { id: string; amount: number | null } | null,
  { deps, staff, today }: { deps: QueryDeps; staff: Staff; today: string },
): PartyStanding {
  const organization = rowsOf(db, 'organization', 'ORDER BY id LIMIT 1')[0];
  // The last check is the one that was written last: signing looks at that one too.
  const family = JSON.stringify(familiesOf(db, deps).members(row.id));
  const checks = rowsOf(db, 'counterparty_check', `WHERE counterpartyId ${within} ORDER BY id DESC`, family);
  const accounts = rowsOf(db, 'bank_account', `WHERE counterpartyId ${within} AND archivedAt IS NULL`, family);
  const contracts = contractsWith(db, family, contract?.id ?? '');
  const overdueObligations = overdueOf(db, family, today);
  const duplicates = duplicatesOf(db, row);
  return {
    counterpartyId: row.id,
    name: row.name,
    legalForm: row.legalForm,
    inn: row.inn,
    kpp: row.kpp,
    checks: checks.map((check) => ({ ...check, authorName: staff.nameOf(check.authorId) })),
    stopReason: row.stopReason ?? null,
    limitAmount: row.limitAmount ?? null,
    committed: contracts.committed,
    contracts: contracts.count,
    overdueObligations,
    duplicates,
    problems: problemsOf({
      party: row,
      accounts,
      lastCheck: checks[0] ?? null,
      policies: { ...defaultPolicies, ...(organization?.policies ?? {}) },
      today,
      duplicates,
      overdueObligations,
      wouldBeCommitted: contracts.others + (contract?.amount ?? 0),
    }),
  };
}

interface Contracts {
  count: number;
  committed: number;
  /** Committed without the contract that is looked at. */
  others: number;
}

/** Kopecks of contracts that are in force or on their way. `total` does not overflow as `sum` would. */
function contractsWith(db: Readable, family: string, selfId: string): Contracts {
  const under = `state IN ('approve', 'sign', 'reg', 'perform') AND currency = 'RUB'`;
  const sql = `SELECT count(*) AS count, total(CASE WHEN ${under} THEN amount END) AS committed,
      total(CASE WHEN ${under} AND id <> ? THEN amount END) AS others
    FROM document WHERE counterpartyId ${within} AND archivedAt IS NULL AND kind IN ('contract', 'amendment')`;
  return prepared(db, sql).get(selfId, family) as Contracts;
}

/** What the counterparty owes under any contract and has not done in time. */
function overdueOf(db: Readable, family: string, today: string): number {
  const sql = `SELECT count(*) FROM document d CROSS JOIN obligation o ON o.documentId = d.id
    WHERE d.counterpartyId ${within} AND d.archivedAt IS NULL AND d.kind IN ('contract', 'amendment')
      AND o.side = 'theirs' AND o.state = 'planned' AND o.archivedAt IS NULL AND o.dueDate < ?`;
  return prepared(db, sql).pluck().get(family, today) as number;
}

/** Other living records of the same company: the one it may double, those that may double it, and the same ИНН with КПП. */
function duplicatesOf(db: Readable, row: RowOf<'counterparty'>): number {
  const sql = 'WHERE inn = ? AND id <> ? AND archivedAt IS NULL';
  const same = row.inn ? rowsOf(db, 'counterparty', sql, row.inn, row.id) : [];
  const key = counterpartyKey(row.inn, row.kpp);
  const ids = same.filter((one) => one.possibleDuplicateOf === row.id || counterpartyKey(one.inn, one.kpp) === key);
  const doubled = row.possibleDuplicateOf ? storedOf(db, 'counterparty', row.possibleDuplicateOf)?.row : undefined;
  const found = new Set([...ids, ...(doubled && doubled.archivedAt === null ? [doubled] : [])].map((one) => one.id));
  const apart = found.size > 0 ? toldApart(db, [row.id]) : new Set<string>();
  return [...found].filter((id) => !apart.has(pairKey(row.id, id))).length;
}
