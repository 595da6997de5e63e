import { type Families, familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { OrderedColumn } from '#electron/core/store/views/ordered-column.ts';
import type { FacetName } from '#shared/queries/search.ts';

/** The facets of which a record has one value at most; `where` is bits and has no column. */
export type SingleFacet = Exclude<FacetName, 'where'>;

/** The value of every found record as a small number: `values[codes[at]]`; code 0: none. */
export interface FacetColumn {
  codes: Uint32Array;
  values: (string | null)[];
}

/** Up to so many records are read one by one; more of them cost less by whole columns. */
const readSingly = 3_000;

type Facts = Record<Exclude<SingleFacet, 'type' | 'year' | 'counterparty'>, string | null> & {
  rid: number;
  date: string;
  counterparty: string | null;
};

/** Facets of the found records in their order; below zero stands a counterparty, which is its own. */
export function facetColumns(
  db: Readable,
  deps: QueryDeps,
  targets: Int32Array,
  most = readSingly,
): Record<SingleFacet, FacetColumn> {
  const families = familiesOf(db, deps);
  const columns = targets.length <= most ? singly(db, targets, families) : wholesale(db, deps, targets, families);
  addParties(db, targets, columns.counterparty, families);
  return columns;
}

const columnNames = ['type', 'kind', 'state', 'year', 'branch', 'responsible', 'counterparty'] as const;

/** Gives out small numbers for values. */
class Coder {
  readonly values: (string | null)[] = [null];
  readonly #codes = new Map<string, number>();

  code(value: string | null): number {
    if (value === null) return 0;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.values.push(value);
    this.#codes.set(value, this.values.length - 1);
    return this.values.length - 1;
  }
}

function singly(db: Readable, targets: Int32Array, families: Families): Record<SingleFacet, FacetColumn> {
  const rids = [...targets.filter((target) => target > 0)];
  const sql = `SELECT rid, coalesce(kindId, kind) AS kind, state, date, branchId AS branch, responsibleId AS responsible,
    counterpartyId AS counterparty FROM document WHERE rid IN (SELECT value FROM json_each(?))`;
  const facts = new Map((prepared(db, sql).all(JSON.stringify(rids)) as Facts[]).map((one) => [one.rid, one]));
  return fill(targets, (rid) => {
    const one = facts.get(rid);
    if (!one) return nothing;
    const { kind, state, date, branch, responsible, counterparty } = one;
    return factsOf(kind, state, date.slice(0, 4), branch, responsible, standingIn(families, counterparty));
  });
}

/** Papers filed under a merged record are those of the one that stands for it. */
const standingIn = (families: Families, id: string | null): string | null =>
  id === null ? null : families.standing(id);

type Values = Record<SingleFacet, string | null>;
const nothing: Values = {
  ...{ type: null, kind: null, state: null, year: null, branch: null, responsible: null, counterparty: null },
};
const party: Values = { ...nothing, type: 'counterparty' };

/** The paper of a ticket has the state of a paper, which tells nobody anything. */
function factsOf(kind: string | null, state: string | null, year: string, ...rest: (string | null)[]): Values {
  const [branch = null, responsible = null, counterparty = null] = rest;
  const isTicket = kind === 'application';
  const own = isTicket ? { type: 'ticket', kind: null, state: null } : { type: 'document', kind, state };
  return { ...own, year, branch, responsible, counterparty };
}

function fill(targets: Int32Array, valuesOf: (rid: number) => Values): Record<SingleFacet, FacetColumn> {
  const coders = columnNames.map(() => new Coder());
  const codes = columnNames.map(() => new Uint32Array(targets.length));
  for (let at = 0; at < targets.length; at += 1) {
    const target = targets[at] as number;
    const values = target < 0 ? party : valuesOf(target);
    for (const [n, name] of columnNames.entries())
      (codes[n] as Uint32Array)[at] = (coders[n] as Coder).code(values[name]);
  }
  return Object.fromEntries(
    columnNames.map((name, n) => [name, { codes: codes[n], values: (coders[n] as Coder).values }]),
  ) as unknown as Record<SingleFacet, FacetColumn>;
}

/** The same out of the columns that the registers keep. */
function wholesale(
  db: Readable,
  deps: QueryDeps,
  targets: Int32Array,
  families: Families,
): Record<SingleFacet, FacetColumn> {
  const columns = columnsOfDocuments(db);
  const [kind, own] = [columns.valued(deps, 'kind'), columns.valued(deps, 'kindId')];
  const application = kind.values.indexOf('application');
  const isTicket = (rid: number): boolean => application > 0 && kind.codes[rid] === application;
  const take = (values: readonly (string | null)[], codeOf: (rid: number) => number, partyCode = 0): FacetColumn => {
    // A loop costs a tenth of what `from` with a function does.
    const codes = new Uint32Array(targets.length);
    for (let at = 0; at < targets.length; at += 1) {
      const target = targets[at] as number;
      codes[at] = target < 0 ? partyCode : codeOf(target);
    }
    return { codes, values: [...values] };
  };
  const plain = (column: OrderedColumn): FacetColumn =>
    take(column.values as (string | null)[], (rid) => column.codes[rid] ?? 0);
  const state = columns.valued(deps, 'state');
  const date = columns.valued(deps, 'date');
  const years = new Coder();
  const yearOf = Uint32Array.from(date.values, (value) =>
    years.code(value === null ? null : String(value).slice(0, 4)),
  );
  const party = columns.valued(deps, 'counterpartyId');
  const parties = new Coder();
  const partyOf = Uint32Array.from(party.values, (id) => parties.code(standingIn(families, id as string | null)));
  return {
    type: take([null, 'document', 'ticket', 'counterparty'], (rid) => (isTicket(rid) ? 2 : 1), 3),
    // Own kinds stand behind the built-in ones; «custom» itself is no kind to choose.
    kind: take([...kind.values, ...own.values.slice(1)] as (string | null)[], (rid) => {
      const owned = own.codes[rid] ?? 0;
      return owned > 0 ? kind.values.length - 1 + owned : isTicket(rid) ? 0 : (kind.codes[rid] ?? 0);
    }),
    state: take(state.values as (string | null)[], (rid) => (isTicket(rid) ? 0 : (state.codes[rid] ?? 0))),
    year: take(years.values, (rid) => yearOf[date.codes[rid] ?? 0] ?? 0),
    branch: plain(columns.valued(deps, 'branchId')),
    responsible: plain(columns.valued(deps, 'responsibleId')),
    counterparty: take(parties.values, (rid) => partyOf[party.codes[rid] ?? 0] ?? 0),
  };
}

/** A counterparty that was found is among the records of that counterparty. */
function addParties(db: Readable, targets: Int32Array, column: FacetColumn, families: Families): void {
  const rids = [...targets.filter((target) => target < 0)].map((target) => -target);
  if (rids.length === 0) return;
  const sql = 'SELECT rid, id FROM counterparty WHERE rid IN (SELECT value FROM json_each(?))';
  const ids = new Map(prepared(db, sql).raw().all(JSON.stringify(rids)) as [number, string][]);
  const codes = new Map(column.values.map((value, code) => [value, code]));
  for (let at = 0; at < targets.length; at += 1) {
    const target = targets[at] as number;
    const own = target < 0 ? ids.get(-target) : undefined;
    if (own === undefined) continue;
    const id = families.standing(own);
    let code = codes.get(id);
    if (code === undefined) {
      code = column.values.push(id) - 1;
      codes.set(id, code);
    }
    column.codes[at] = code;
  }
}
