import { familiesOf } from '#electron/core/app/queries/counterparty-families.ts';
import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import { foundRids, indexedSoFar } from '#electron/core/app/queries/found-ids.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { arrange } from '#electron/core/store/views/arrange.ts';
import { Latest, Recent } from '#electron/core/store/views/recent.ts';
import { counterpartyKinds } from '#shared/domain/counterparty.ts';
import type { CounterpartyFilter, CounterpartySort } from '#shared/queries/counterparty.ts';

interface Kept {
  views: Recent<Uint32Array>;
  counts: Latest<Map<string, number>>;
}

const keptFor = new WeakMap<Readable, Kept>();
const mostViews = 8;

function keptOf(db: Readable): Kept {
  let kept = keptFor.get(db);
  if (!kept) {
    kept = { views: new Recent(mostViews), counts: new Latest() };
    keptFor.set(db, kept);
  }
  return kept;
}

/** The ordered rids of the register of counterparties, computed once per filter, sort and version of the rows. */
export function counterpartyView(
  db: Readable,
  deps: QueryDeps,
  { filter, sort }: { filter: CounterpartyFilter; sort: CounterpartySort },
): Uint32Array {
  const versions = [deps.versions('counterparty'), sort.column === 'documents' ? deps.versions('document') : 0];
  const texts = filter.text ? [deps.versions('comment'), indexedSoFar(db)] : [];
  const key = JSON.stringify([filter, sort, versions, texts]);
  return keptOf(db).views.get(key, () => build(db, deps, filter, sort));
}

function build(db: Readable, deps: QueryDeps, filter: CounterpartyFilter, sort: CounterpartySort): Uint32Array {
  const rules = [filter.archived ? 'archivedAt IS NOT NULL' : 'archivedAt IS NULL'];
  if (filter.kinds?.length) rules.push('kind IN (SELECT value FROM json_each(?))');
  if (filter.duplicates) rules.push('possibleDuplicateOf IS NOT NULL');
  const order = `${orderSql[sort.column]} ${sort.direction === 'desc' ? 'DESC' : 'ASC'} NULLS LAST, name_key, rid`;
  const sql = `SELECT rid FROM counterparty WHERE ${rules.join(' AND ')} ORDER BY ${order}`;
  const given = filter.kinds?.length ? [JSON.stringify(filter.kinds)] : [];
  let rids = Uint32Array.from(
    prepared(db, sql)
      .pluck()
      .all(...given) as number[],
  );
  if (filter.text?.trim()) {
    const found = foundRids(db, 'counterparty', filter.text);
    rids = rids.filter((rid) => found[rid] === 1);
  }
  return sort.column === 'documents' ? byDocuments(db, deps, rids, sort.direction) : rids;
}

const kindOrder = counterpartyKinds.map((kind, index) => `WHEN '${kind}' THEN ${index}`).join(' ');
const orderSql: Readonly<Record<CounterpartySort['column'], string>> = {
  name: 'name_key',
  inn: 'inn',
  kind: `CASE kind ${kindOrder} END`,
  createdAt: 'createdAt',
  // The numbers of documents are not in SQL: these rows are arranged again afterwards.
  documents: 'NULL',
};

function byDocuments(db: Readable, deps: QueryDeps, rids: Uint32Array, direction: 'asc' | 'desc'): Uint32Array {
  const counts = documentCounts(db, deps);
  const ids = new Map(prepared(db, 'SELECT rid, id FROM counterparty').raw().all() as [number, string][]);
  const countOf = (rid: number): number => counts.get(ids.get(rid) ?? '') ?? 0;
  let highest = 0;
  for (const rid of rids) highest = Math.max(highest, countOf(rid));
  return arrange(rids, (rid) => countOf(rid) + 1, highest + 1, direction);
}

/** Living documents of every counterparty that has any, by its id. */
export function documentCounts(db: Readable, deps: QueryDeps): ReadonlyMap<string, number> {
  return keptOf(db).counts.get(`${deps.versions('document')}/${deps.versions('counterparty')}`, () => {
    const columns = columnsOfDocuments(db);
    const { codes, values } = columns.valued(deps, 'counterpartyId');
    const archived = columns.archived(deps);
    const templates = columns.templates(deps);
    const counts = new Uint32Array(values.length);
    for (let rid = 0; rid < codes.length; rid += 1) {
      const code = codes[rid] as number;
      if (archived[rid] !== 1 && templates[rid] !== 1) counts[code] = (counts[code] as number) + 1;
    }
    const families = familiesOf(db, deps);
    const total = new Map<string, number>();
    for (const [code, id] of values.entries()) {
      if (id === null) continue;
      const standing = families.standing(id as string);
      total.set(standing, (total.get(standing) ?? 0) + (counts[code] as number));
    }
    return total;
  });
}
