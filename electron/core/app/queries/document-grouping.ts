import type { DocumentColumns } from '#electron/core/app/queries/document-columns.ts';
import type { QueryDeps } from '#electron/core/app/queries/query-deps.ts';
import { ranksOf } from '#electron/core/store/views/arrange.ts';
import type { OrderedColumn } from '#electron/core/store/views/ordered-column.ts';
import { documentKinds } from '#shared/domain/document.ts';
import type { GroupColumn } from '#shared/queries/document.ts';

/** Which group each document belongs to, and in what order groups stand; rank 0 is the last: documents without a value. */
export interface Grouping {
  codeOf(rid: number): number;
  keyOf(code: number): string;
  rankOf(code: number): number;
  highest: number;
}

/** Groups by a column: people, counterparties and branches by their names, months from the newest, anything else in its own order. */
export function groupingOf(columns: DocumentColumns, deps: QueryDeps, by: GroupColumn): Grouping {
  if (by === 'month') return monthly(columns.valued(deps, 'date'));
  if (by === 'kind') return byKind(columns.valued(deps, 'kind'), columns.valued(deps, 'kindId'));
  const { rankOf, highest } = columns.ranking(deps, by as Exclude<GroupColumn, 'month'>);
  const column = by.startsWith('custom:') ? columns.own(deps, by.slice(7)) : columns.valued(deps, fields[by as Field]);
  // Two people of one name are two groups, side by side.
  const ranks = new Float64Array(column.values.length);
  for (let rid = 1; rid < column.codes.length; rid += 1) {
    const code = column.codes[rid] as number;
    if (code > 0 && ranks[code] === 0) ranks[code] = rankOf(rid) || highest + 1;
  }
  return ranked(
    column,
    [...column.values.keys()].map((code) => (code === 0 ? null : (ranks[code] as number) + code / (ranks.length + 1))),
  );
}

const fields = {
  state: 'state',
  branch: 'branchId',
  responsible: 'responsibleId',
  counterparty: 'counterpartyId',
} as const;
type Field = keyof typeof fields;

function ranked({ codes, values }: OrderedColumn, order: readonly (number | null)[]): Grouping {
  const { ranks, highest } = ranksOf(order);
  return {
    codeOf: (rid) => codes[rid] ?? 0,
    keyOf: (code) => String(values[code] ?? ''),
    rankOf: (code) => ranks[code] ?? 0,
    highest,
  };
}

function monthly({ codes, values }: OrderedColumn): Grouping {
  const months = values.map((date) => (date === null ? '' : String(date).slice(0, 7)));
  const { ranks, highest } = ranksOf(months.map((month) => month || null));
  return {
    codeOf: (rid) => codes[rid] ?? 0,
    keyOf: (code) => months[code] ?? '',
    rankOf: (code) => (ranks[code] ? highest + 1 - (ranks[code] as number) : 0),
    highest,
  };
}

const kindNames: readonly string[] = documentKinds;

/** Built-in kinds in the order of work, then the company's own by their ids. */
function byKind(kinds: OrderedColumn, own: OrderedColumn): Grouping {
  const order = kinds.values.map((kind) => kindNames.indexOf(String(kind)) + 1 || documentKinds.length);
  const first = documentKinds.length;
  return {
    codeOf: (rid) => (own.codes[rid] ? kinds.values.length + (own.codes[rid] as number) : (kinds.codes[rid] ?? 0)),
    keyOf: (code) =>
      String((code > kinds.values.length ? own.values[code - kinds.values.length] : kinds.values[code]) ?? ''),
    rankOf: (code) => (code > kinds.values.length ? first + code - kinds.values.length : (order[code] ?? 0)),
    highest: first + own.values.length,
  };
}
