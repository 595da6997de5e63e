import { pairKey, toldApart } from '#electron/core/app/queries/counterparty-distinct.ts';
import { documentCounts } from '#electron/core/app/queries/counterparty-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import { counterpartyKey } from '#shared/domain/counterparty.ts';
import { tokenize } from '#shared/lib/text/tokens.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import type { DuplicatePair, DuplicateReason } from '#shared/queries/relations.ts';

interface Known {
  id: string;
  name: string;
  legalForm: string | null;
  inn: string | null;
  kpp: string | null;
  phone: string | null;
  email: string | null;
  possibleDuplicateOf: string | null;
  createdAt: number;
}

/** How much each likeness tells; a common phone alone may be that of a landlord. */
const weights: Readonly<Record<DuplicateReason, number>> = { inn: 8, account: 4, name: 4, email: 2, phone: 1 };
/** A phone or an account that so many share tells nothing about any two of them. */
const mostAlike = 12;
/** Shortest folded name, phone and e-mail that are compared. */
const shortest = { name: 4, phone: 10, email: 6 } as const;

type Fits = (one: Known, other: Known) => boolean;
type Found = ReadonlyMap<string, { pair: [Known, Known]; reasons: Set<DuplicateReason> }>;
const keptFor = new WeakMap<Readable, Latest<Found>>();

/** Pairs of living counterparties that look like one, the surest first. */
export function counterpartyDuplicates(
  db: Readable,
  { id, limit }: QueryArgs<'counterparty.duplicates'>,
  deps: QueryDeps,
): QueryResult<'counterparty.duplicates'> {
  const all = [...likenesses(db, deps).values()].filter(({ pair }) => id === null || pair.some((one) => one.id === id));
  const apart = toldApart(db, [...new Set(all.map(({ pair }) => pair[0].id))]);
  const standing = all.filter(({ pair }) => !apart.has(pairKey(pair[0].id, pair[1].id)));
  const weightOf = ({ reasons }: (typeof all)[number]) => [...reasons].reduce((sum, one) => sum + weights[one], 0);
  standing.sort((one, other) => weightOf(other) - weightOf(one) || one.pair[0].createdAt - other.pair[0].createdAt);
  const counts = documentCounts(db, deps);
  const side = ({ id, name, legalForm, inn, kpp, createdAt }: Known): DuplicatePair['sides'][0] => ({
    ...{ id, name, legalForm, inn, kpp, createdAt },
    documents: counts.get(id) ?? 0,
  });
  const shown = standing.slice(0, limit);
  return {
    total: standing.length,
    pairs: shown.map(({ pair, reasons }) => ({ sides: [side(pair[0]), side(pair[1])], reasons: [...reasons] })),
  };
}

function likenesses(db: Readable, deps: QueryDeps): Found {
  const kept = keptFor.get(db) ?? new Latest<Found>();
  keptFor.set(db, kept);
  return kept.get(`${deps.versions('counterparty')}/${deps.versions('bank_account')}`, () => compare(db));
}

function compare(db: Readable): Found {
  const sql = `SELECT id, name, legalForm, inn, kpp, phone, email, possibleDuplicateOf, createdAt FROM counterparty
    WHERE archivedAt IS NULL ORDER BY createdAt, id`;
  const rows = prepared(db, sql).all() as Known[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = new Map<string, { pair: [Known, Known]; reasons: Set<DuplicateReason> }>();
  const add = (one: Known, other: Known, reason: DuplicateReason): void => {
    const key = pairKey(one.id, other.id);
    const known = found.get(key);
    if (known) known.reasons.add(reason);
    else found.set(key, { pair: isOlder(one, other) ? [one, other] : [other, one], reasons: new Set([reason]) });
  };
  const alike = (reason: DuplicateReason, groups: Iterable<readonly Known[]>, fits: Fits): void => {
    for (const group of groups) {
      if (group.length < 2 || group.length > mostAlike) continue;
      for (const [n, one] of group.entries())
        for (const other of group.slice(n + 1)) if (fits(one, other)) add(one, other, reason);
    }
  };
  const grouped = (keyOf: (row: Known) => string | null) => groupsOf(rows, keyOf);
  alike(
    'inn',
    grouped((row) => row.inn),
    sameOffice,
  );
  alike(
    'name',
    grouped((row) => long(nameKey(row.name), shortest.name)),
    notOffices,
  );
  alike(
    'phone',
    grouped((row) => long(row.phone?.replace(/\D/g, '').slice(-shortest.phone), shortest.phone)),
    notOffices,
  );
  alike(
    'email',
    grouped((row) => long(row.email?.trim().toLowerCase(), shortest.email)),
    notOffices,
  );
  alike('account', accountGroups(db, byId), notOffices);
  for (const row of rows) {
    const marked = byId.get(row.possibleDuplicateOf ?? '');
    if (marked) add(marked, row, 'inn');
  }
  return found;
}

const isOlder = (one: Known, other: Known): boolean =>
  one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);
/** The same ИНН with another КПП is another office of the company. */
const sameOffice = (one: Known, other: Known): boolean =>
  counterpartyKey(one.inn, one.kpp) === counterpartyKey(other.inn, other.kpp) || one.kpp === null || other.kpp === null;
/** Companies with different ИНН, or offices of one, are different whatever else they share. */
const notOffices = (one: Known, other: Known): boolean =>
  one.inn === null || other.inn === null || (one.inn === other.inn && sameOffice(one, other));

const long = (text: string | undefined, least: number): string | null => (text && text.length >= least ? text : null);
/** Words of a name in any order: «Ромашка Плюс» is «плюс ромашка». */
const nameKey = (name: string): string =>
  tokenize(name)
    .map((token) => token.text)
    .sort()
    .join(' ');

function groupsOf<T>(rows: readonly T[], keyOf: (row: T) => string | null): Iterable<readonly T[]> {
  const groups = Map.groupBy(rows, keyOf);
  groups.delete(null);
  return groups.values();
}

function accountGroups(db: Readable, byId: ReadonlyMap<string, Known>): Iterable<readonly Known[]> {
  const sql = `SELECT account || '/' || coalesce(bik, ''), counterpartyId FROM bank_account
    WHERE counterpartyId IS NOT NULL AND archivedAt IS NULL ORDER BY id`;
  const lines = prepared(db, sql).raw().all() as [string, string][];
  const groups = Map.groupBy(lines, ([account]) => account);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => [...new Set(group.map(([, owner]) => owner))].flatMap((owner) => byId.get(owner) ?? []));
}
