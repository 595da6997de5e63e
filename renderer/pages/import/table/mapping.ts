import type { Target, TargetFacts } from '#renderer/pages/import/table/table-target.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { fieldsOf, type TableField } from '#shared/formats/tabular/fields.ts';
import {
  guessMapping,
  guessTarget,
  mapTitles,
  type TableMapping,
  titlesKey,
} from '#shared/formats/tabular/guess-mapping.ts';
import type { TableView } from '#shared/ipc/intake-channels.ts';

export type Columns = TableMapping['columns'];

/** What a person has settled about a table. */
export interface Settled {
  target: Target;
  /** Number of the row of titles; 0: there is none. */
  header: number;
  columns: Columns;
}

type Rows = TableView['table'];
type Kept = RowOf<'import_mapping'>;

const asTable = (rows: Rows) => ({ ...rows, problems: [] });

export const rowAt = (rows: Rows, header: number) => rows.rows.find((one) => one.row === header);

/** A fixed kind needs no column for it. */
function withoutKind(columns: Columns, { kind }: TargetFacts): Columns {
  if (kind === null) return columns;
  const { kind: _, ...rest } = columns;
  return rest;
}

/** The columns that the titles propose for a target. */
export function proposed(rows: Rows, header: number, facts: TargetFacts): Columns {
  const titles = rowAt(rows, header);
  return titles ? withoutKind(mapTitles(titles, facts.target, facts.rules), facts) : {};
}

/** The mapping that was kept for a table with the same titles, if there is one. */
export function keptFor(rows: Rows, kept: readonly Kept[]): (Settled & { keptId: string }) | null {
  for (const { id, settings } of kept) {
    const { titles, header, target, columns } = settings as Partial<Record<string, unknown>>;
    if (typeof header !== 'number' || typeof target !== 'string' || typeof columns !== 'object') continue;
    const row = rowAt(rows, header);
    if (row && titlesKey(row) === titles)
      return { keptId: id, target: target as Target, header, columns: columns as Columns };
  }
  return null;
}

/** What the titles say where nothing was kept. Without a column of kinds, the rows are taken for incoming papers until somebody says better. */
export function guessed(rows: Rows, factsOf: (target: Target) => TargetFacts): Settled {
  const table = asTable(rows);
  const target = guessTarget(table);
  const { header, columns } = guessMapping(table, target);
  const chosen: Target = target === 'counterparty' ? target : columns.kind === undefined ? 'kind:incoming' : 'document';
  return { target: chosen, header, columns: proposed(rows, header, factsOf(chosen)) };
}

/** What is kept of a mapping, so that the next file with the same titles asks nothing. */
export const toKeep = (rows: Rows, { target, header, columns }: Settled): Record<string, unknown> => {
  const titles = rowAt(rows, header);
  return { titles: titles ? titlesKey(titles) : '', header, target, columns };
};

/** Fills a field from a column; null: the column fills none. A field has one column and a column one field. */
export function assign(columns: Columns, column: number, field: TableField | null): Columns {
  const rest = Object.entries(columns).filter(([name, at]) => at !== column && name !== field);
  return Object.fromEntries(field === null ? rest : [...rest, [field, column]]);
}

/** Fields that have to be filled and have no column. */
export const missing = (columns: Columns, facts: TargetFacts): TableField[] =>
  [...fieldsOf(facts.target, facts.rules)].flatMap(([field, { required }]) =>
    required && columns[field] === undefined ? [field] : [],
  );
