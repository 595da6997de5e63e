import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { arrange, ranksOf } from '#electron/core/store/views/arrange.ts';
import { holdsIds } from '#electron/core/store/views/custom-values.ts';
import {
  loadColumn,
  loadCustomColumn,
  loadFact,
  loadFlag,
  loadTexts,
  type OrderedColumn,
  patchTexts,
} from '#electron/core/store/views/ordered-column.ts';
import { Latest } from '#electron/core/store/views/recent.ts';
import { documentKinds, documentStates, originalStates } from '#shared/domain/document.ts';
import { foldForFilter, sortKey } from '#shared/lib/text/fold.ts';
import { type DocumentSort, isCustomColumn } from '#shared/queries/document.ts';

/** Columns that an index of their own gives in order. */
const indexed = [
  'kind',
  'date',
  'state',
  'branchId',
  'responsibleId',
  'counterpartyId',
  'amount',
  'labels',
  'parentId',
  'contractType',
  'expiresOn',
  'kindId',
] as const;
/** Those that stand together in one index. */
type Fact =
  | 'authorId'
  | 'currency'
  | 'vatAmount'
  | 'dueDate'
  | 'doneOn'
  | 'signedOn'
  | 'effectiveFrom'
  | 'originals'
  | 'originalsDueOn'
  | 'createdAt'
  | 'receivedAt'
  | 'registeredAt'
  | 'deviceName'
  | 'isConfidential';
/** Columns kept with their values, for filters and sums. */
export type Valued = (typeof indexed)[number] | Fact;
const indexedSet: ReadonlySet<string> = new Set(indexed);

export interface Ranking {
  rankOf: (rid: number) => number;
  highest: number;
}

/** Documents as columns in memory: each is read when first needed, and again only after documents have changed. */
export class DocumentColumns {
  readonly #db: Readable;
  readonly #kept = new Map<string, Latest<unknown>>();
  readonly #texts = new Map<string, { version: number; texts: string[] }>();

  constructor(db: Readable) {
    this.#db = db;
  }

  valued(deps: QueryDeps, column: Valued): OrderedColumn {
    if (!indexedSet.has(column))
      return this.#keep(`values of ${column}`, version(deps), () => loadFact(this.#db, 'document', column));
    const where = column === 'labels' ? `labels <> '[]'` : undefined;
    return this.#keep(`values of ${column}`, version(deps), () =>
      loadColumn(this.#db, { entity: 'document', column, values: true, ...(where ? { where } : {}) }),
    );
  }

  /** Words of a text column, as filters compare them. The long rows are read whole once, then only those that have changed. */
  texts(deps: QueryDeps, column: string): readonly string[] {
    const now = deps.versions('document');
    const known = this.#texts.get(column);
    const ids = known && (known.version === now ? [] : deps.changedSince?.('document', known.version));
    if (known && ids) patchTexts(this.#db, 'document', column, { texts: known.texts, ids, fold: foldForFilter });
    const texts = known && ids ? known.texts : loadTexts(this.#db, 'document', column, foldForFilter);
    this.#texts.set(column, { version: now, texts });
    return texts;
  }

  archived = (deps: QueryDeps): Uint8Array => this.#flag(deps, 'archivedAt IS NOT NULL');
  /** Papers to draft from: they stand in no register unless it asks for them. */
  templates = (deps: QueryDeps): Uint8Array => this.#flag(deps, "kind IN ('template', 'application')");
  /** Papers in another currency than roubles: they are not added up. */
  foreign = (deps: QueryDeps): Uint8Array => this.#flag(deps, `currency <> 'RUB'`);
  /** Currencies of those alone: nearly every paper is in roubles. */
  currencies = (deps: QueryDeps): OrderedColumn =>
    this.#keep('other currencies', version(deps), () =>
      loadColumn(this.#db, { entity: 'document', column: 'currency', where: `currency <> 'RUB'`, values: true }),
    );

  /** Codes of the numbers; 0: without a number. */
  numbers = (deps: QueryDeps): OrderedColumn => this.#ordered(deps, 'number_key');

  /** Every document, newest date first; the order in which equals of any other order stand. */
  all(deps: QueryDeps): Uint32Array {
    const { codes, distinct } = this.valued(deps, 'date');
    return this.#keep('all', version(deps), () => {
      const rids = new Uint32Array(codes.length);
      let count = 0;
      for (let rid = 1; rid < codes.length; rid += 1) {
        if (codes[rid] === 0) continue;
        rids[count] = rid;
        count += 1;
      }
      return arrange(rids.subarray(0, count), (rid) => codes[rid] as number, distinct, 'desc');
    });
  }

  /** Rank of every document by a column of the register. */
  ranking(deps: QueryDeps, column: DocumentSort['column']): Ranking {
    if (isCustomColumn(column)) return this.#custom(deps, column.slice('custom:'.length));
    if (column === 'counterparty') return this.#named(deps, 'counterpartyId', this.#counterpartyKeys(deps));
    if (column === 'responsible') return this.#named(deps, 'responsibleId', this.#employeeKeys(deps));
    if (column === 'author') return this.#named(deps, 'authorId', this.#employeeKeys(deps));
    if (column === 'branch') return this.#named(deps, 'branchId', this.#branchKeys(deps));
    if (column === 'kind') return this.#listed(deps, 'kind', documentKinds);
    if (column === 'state') return this.#listed(deps, 'state', documentStates);
    if (column === 'originals') return this.#listed(deps, 'originals', originalStates);
    if (column === 'number') return plain(this.numbers(deps));
    if (column === 'subject') return plain(this.#ordered(deps, 'subject_key'));
    return plain(this.valued(deps, column));
  }

  #ordered(deps: QueryDeps, column: 'number_key' | 'subject_key'): OrderedColumn {
    const load = () => loadColumn(this.#db, { entity: 'document', column, values: false });
    return this.#keep(`order of ${column}`, version(deps), load);
  }

  /** Values of one of the company's own fields; ids where it holds people or counterparties. */
  own(deps: QueryDeps, key: string): OrderedColumn {
    return this.#keep(`values of own field ${key}`, version(deps), () => loadCustomColumn(this.#db, key, true));
  }

  /** Of people and counterparties by their names, of anything else by its value; one that is not on this workstation has no name. */
  #custom(deps: QueryDeps, key: string): Ranking {
    const named = this.#keep(`ids in ${key}`, version(deps), () => ({ ids: holdsIds(this.#db, key) }));
    const load = () => loadCustomColumn(this.#db, key, named.ids);
    const column = this.#keep(`own field ${key}`, version(deps), load);
    if (!named.ids) return plain(column);
    const [people, parties] = [this.#employeeKeys(deps), this.#counterpartyKeys(deps)];
    const { ranks, highest } = ranksOf(
      column.values.map((id) => people.get(id as string) ?? parties.get(id as string)),
    );
    return { rankOf: (rid) => ranks[column.codes[rid] ?? 0] as number, highest };
  }

  #flag(deps: QueryDeps, condition: string): Uint8Array {
    return this.#keep(condition, version(deps), () => loadFlag(this.#db, 'document', condition));
  }

  /** By the name of the record a column points at; one that is not on this workstation has no name. */
  #named(deps: QueryDeps, column: Valued, keys: ReadonlyMap<string, string>): Ranking {
    const { values, codes } = this.valued(deps, column);
    const { ranks, highest } = ranksOf(values.map((id) => keys.get(id as string)));
    return { rankOf: (rid) => ranks[codes[rid] ?? 0] as number, highest };
  }

  /** In the order in which the values are declared: the order of work, not of the alphabet. */
  #listed(deps: QueryDeps, column: 'kind' | 'state' | 'originals', listed: readonly string[]): Ranking {
    const { values, codes } = this.valued(deps, column);
    const { ranks, highest } = ranksOf(
      values.map((value) => (value === null ? null : listed.indexOf(value as string) + 1 || listed.length + 1)),
    );
    return { rankOf: (rid) => ranks[codes[rid] ?? 0] as number, highest };
  }

  #branchKeys(deps: QueryDeps): ReadonlyMap<string, string> {
    const read = () => {
      const branches = this.#db.prepare('SELECT id, city FROM branch').raw().all() as [string, string][];
      return new Map(branches.map(([id, city]) => [id, sortKey(city)]));
    };
    return this.#keep('keys of branches', String(deps.versions('branch')), read);
  }

  #counterpartyKeys(deps: QueryDeps): ReadonlyMap<string, string> {
    const sql = 'SELECT id, name_key FROM counterparty';
    const read = () => {
      const keys = new Map(this.#db.prepare(sql).raw().all() as [string, string][]);
      for (const [id, into] of familiesOf(this.#db, deps).merged) keys.set(id, keys.get(into) ?? '');
      return keys;
    };
    return this.#keep('keys of counterparties', String(deps.versions('counterparty')), read);
  }

  #employeeKeys(deps: QueryDeps): ReadonlyMap<string, string> {
    const read = () => {
      const people = this.#db.prepare('SELECT id, fullName FROM employee').raw().all() as [string, string][];
      return new Map(people.map(([id, name]) => [id, sortKey(name)]));
    };
    return this.#keep('keys of employees', String(deps.versions('employee')), read);
  }

  #keep<T>(name: string, made: string, make: () => T): T {
    let latest = this.#kept.get(name) as Latest<T> | undefined;
    if (!latest) {
      latest = new Latest<T>();
      this.#kept.set(name, latest as Latest<unknown>);
    }
    return latest.get(made, make);
  }
}

const version = (deps: QueryDeps): string => String(deps.versions('document'));
const plain = ({ codes, distinct }: OrderedColumn): Ranking => ({
  rankOf: (rid) => codes[rid] ?? 0,
  highest: distinct,
});
