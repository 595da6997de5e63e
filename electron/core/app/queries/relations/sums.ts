import { columnsOfDocuments } from '#electron/core/app/queries/document-view.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { uncountedStates } from '#shared/queries/relations.ts';

export interface Sum {
  kind: DocumentKind;
  responsibleId: string | null;
  count: number;
  /** Kopecks, roubles only, of the papers whose money counts. */
  sum: number;
}

/** Rows of so many documents lie all over the file: the columns in memory, which registers use too, are faster then. */
const mostRead = 1_000;
const within = 'IN (SELECT value FROM json_each(?))';

/** Living documents of counterparties by kind and by who answers for them. */
export function documentSums(db: Readable, deps: QueryDeps, ids: readonly string[]): Sum[] {
  const given = JSON.stringify(ids);
  const count = prepared(db, `SELECT count(*) FROM document WHERE counterpartyId ${within}`)
    .pluck()
    .get(given) as number;
  return count > mostRead ? inColumns(db, deps, new Set(ids)) : inRows(db, given);
}

function inRows(db: Readable, given: string): Sum[] {
  const sql = `SELECT kind, responsibleId, count(*) AS count,
      total(CASE WHEN currency = 'RUB' AND state NOT IN ('${uncountedStates.join("', '")}') THEN amount END) AS sum
    FROM document WHERE counterpartyId ${within} AND archivedAt IS NULL AND kind NOT IN ('template', 'application')
    GROUP BY kind, responsibleId`;
  return prepared(db, sql).all(given) as Sum[];
}

function inColumns(db: Readable, deps: QueryDeps, ids: ReadonlySet<string>): Sum[] {
  const columns = columnsOfDocuments(db);
  const owners = columns.valued(deps, 'counterpartyId');
  const kinds = columns.valued(deps, 'kind');
  const people = columns.valued(deps, 'responsibleId');
  const states = columns.valued(deps, 'state');
  const amounts = columns.valued(deps, 'amount');
  const archived = columns.archived(deps);
  const foreign = columns.foreign(deps);
  const wanted = owners.values.map((id) => id !== null && ids.has(id as string));
  const left = kinds.values.map((kind) => kind === 'template' || kind === 'application');
  const uncounted = states.values.map((state) => (uncountedStates as readonly unknown[]).includes(state));
  const sums = new Map<string, Sum>();
  for (let rid = 1; rid < owners.codes.length; rid += 1) {
    if (!wanted[owners.codes[rid] ?? 0] || archived[rid] === 1) continue;
    const [kind, person] = [kinds.codes[rid] ?? 0, people.codes[rid] ?? 0];
    if (left[kind]) continue;
    const key = `${kind}/${person}`;
    const sum = sums.get(key) ?? {
      kind: kinds.values[kind] as DocumentKind,
      responsibleId: (people.values[person] as string | null) ?? null,
      ...{ count: 0, sum: 0 },
    };
    sum.count += 1;
    if (foreign[rid] !== 1 && !uncounted[states.codes[rid] ?? 0])
      sum.sum += (amounts.values[amounts.codes[rid] ?? 0] as number | null) ?? 0;
    sums.set(key, sum);
  }
  return [...sums.values()];
}
