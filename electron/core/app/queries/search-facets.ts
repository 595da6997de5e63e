import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import { namesOf } from '#electron/core/app/queries/names.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { type FacetColumn, facetColumns, type SingleFacet } from '#electron/core/app/queries/search-facet-columns.ts';
import { employeesHere, type Found, foundBy } from '#electron/core/app/queries/search-found.ts';
import { newestFirst } from '#electron/core/app/queries/search-order.ts';
import { placeNames, type Sifted, sift } from '#electron/core/app/queries/search-sift.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Recent } from '#electron/core/store/views/recent.ts';
import type { QueryArgs, QueryResult } from '#shared/queries/registry.ts';
import { type ChosenFacets, type FacetName, type FacetValue, facetNames } from '#shared/queries/search.ts';

/** What was found, in order, as columns. */
interface Table {
  targets: Int32Array;
  /** Bits of the places. */
  where: Uint8Array;
  /** Made when a facet is first asked for. */
  columns: Record<SingleFacet, FacetColumn> | null;
  sifted: Recent<Sifted>;
}

const keptFor = new WeakMap<Readable, Recent<Table>>();
const mostTables = 2;
const mostSifted = 4;

/** What a question finds in order; the columns of facets follow when they are needed. */
function tableOf(db: Readable, deps: QueryDeps, found: Found): Table {
  let kept = keptFor.get(db);
  if (!kept) {
    kept = new Recent(mostTables);
    keptFor.set(db, kept);
  }
  return kept.get(found.key, () => {
    const targets = newestFirst(db, deps, found);
    const where = new Uint8Array(targets.length);
    for (let at = 0; at < targets.length; at += 1) {
      const target = targets[at] as number;
      where[at] = (target < 0 ? found.counterparties[-target] : found.documents[target]) as number;
    }
    return { targets, where, columns: null, sifted: new Recent(mostSifted) };
  });
}

function siftedOf(db: Readable, deps: QueryDeps, table: Table, chosen: ChosenFacets): Sifted {
  table.columns ??= facetColumns(db, deps, table.targets);
  const { columns, where } = table;
  const standing = (ids: readonly string[]) => ids.map((id) => familiesOf(db, deps).standing(id));
  // A search that was kept before a merge asks for the record of then.
  const wanted = chosen.counterparty ? { ...chosen, counterparty: standing(chosen.counterparty) } : chosen;
  return table.sifted.get(JSON.stringify(chosen), () => sift(columns, where, wanted));
}

const isAny = (chosen: ChosenFacets): boolean => Object.values(chosen).some((values) => (values?.length ?? 0) > 0);

/** Records that pass the choices, in order. */
export function passingTargets(db: Readable, deps: QueryDeps, found: Found, chosen: ChosenFacets): Int32Array {
  const table = tableOf(db, deps, found);
  if (!isAny(chosen)) return table.targets;
  const { passing } = siftedOf(db, deps, table, chosen);
  const targets = new Int32Array(passing.length);
  for (let n = 0; n < passing.length; n += 1) targets[n] = table.targets[passing[n] as number] as number;
  return targets;
}

/** Values of a facet that are shown, and those when more of it are wanted. */
const shown = 8;
const shownOpen = 60;

/** Values of every facet with their counts, the frequent ones first; what is chosen is always among them. */
export function searchFacets(
  db: Readable,
  { open, chosen, ...question }: QueryArgs<'search.facets'>,
  deps: QueryDeps,
): QueryResult<'search.facets'> {
  const table = tableOf(db, deps, foundBy(db, deps, question));
  const { counts } = siftedOf(db, deps, table, chosen);
  const columns = table.columns as Record<SingleFacet, FacetColumn>;
  const families = familiesOf(db, deps);
  const facets = Object.fromEntries(
    facetNames.map((name) => {
      const counted = name === 'where' ? placeCounts(counts.where) : valueCounts(columns[name], counts[name]);
      const wanted = new Set(chosen[name]);
      const known = new Map(counted.map((one) => [one.value, one.count]));
      const countOf = (value: string) =>
        (name === 'counterparty' ? known.get(families.standing(value)) : undefined) ?? 0;
      const gone = [...wanted].filter((value) => !known.has(value)).map((value) => valued(value, countOf(value)));
      const all = [...counted, ...gone].filter((one) => one.count > 0 || wanted.has(one.value));
      all.sort(name === 'year' ? later : more);
      const top = all.slice(0, name === open ? shownOpen : shown);
      const rest = all.slice(top.length).filter((one) => wanted.has(one.value));
      return [name, { values: [...top, ...rest], more: all.length - top.length - rest.length }];
    }),
  ) as QueryResult<'search.facets'>['facets'];
  nameValues(db, deps, facets);
  return { facets };
}

const more = (left: FacetValue, right: FacetValue): number =>
  right.count - left.count || (left.value < right.value ? -1 : 1);
const later = (left: FacetValue, right: FacetValue): number => (left.value < right.value ? 1 : -1);

const valued = (value: string, count: number): FacetValue => ({ value, count, label: null, labelEn: null });

const valueCounts = ({ values }: FacetColumn, counts: Uint32Array): FacetValue[] =>
  values.flatMap((value, code) => (value === null ? [] : [valued(value, counts[code] as number)]));

/** A record whose words stand in several places counts in each. */
const placeCounts = (counts: Uint32Array): FacetValue[] =>
  Object.entries(placeNames).map(([name, bit]) =>
    valued(
      name,
      counts.reduce((sum, count, places) => sum + ((places & bit) === 0 ? 0 : count), 0),
    ),
  );

function nameValues(db: Readable, deps: QueryDeps, facets: Record<FacetName, { values: FacetValue[] }>): void {
  const parties = namesOf(
    db,
    'counterparty',
    facets.counterparty.values.map((one) => one.value),
  );
  for (const one of facets.counterparty.values) one.label = parties.get(one.value) ?? null;
  const { names } = employeesHere(db, deps);
  for (const one of facets.responsible.values) one.label = names.get(one.value) ?? null;
  const sql = 'SELECT label, labelEn FROM document_kind WHERE id = ?';
  for (const one of facets.kind.values) {
    const own = prepared(db, sql).get(one.value) as { label: string; labelEn: string | null } | undefined;
    if (own) Object.assign(one, own);
  }
}
