import type { AnyRow } from '#shared/domain/change.ts';
import type { Field } from '#shared/domain/field.ts';
import { type EntityName, entityOf } from '#shared/domain/registry.ts';
import { sortKey } from '#shared/lib/text/fold.ts';

export interface Column {
  name: string;
  type: 'TEXT' | 'INTEGER';
  /** Value of the column for a row. */
  of: (row: AnyRow) => unknown;
  /** The field whose sort key this is. */
  keyOf?: string;
}

/** Columns of an entity in order: the fields, the sort keys, and `extra` with members a newer program wrote. */
export function columnsOf(entity: EntityName): Column[] {
  const known = columns.get(entity);
  if (known) return known;
  const fields = Object.entries(entityOf(entity)?.fields ?? {});
  const names = new Set(['id', ...fields.map(([name]) => name)]);
  const made: Column[] = [
    { name: 'id', type: 'TEXT', of: (row) => row.id },
    ...fields.map(([name, field]) => fieldColumn(name, field)),
    ...fields.filter(([, field]) => field.sorted).map(([name]) => keyColumn(name)),
    { name: 'extra', type: 'TEXT', of: (row) => extraOf(row, names) },
  ];
  columns.set(entity, made);
  return made;
}

const columns = new Map<EntityName, Column[]>();

function fieldColumn(name: string, field: Field): Column {
  const type = field.column === 'integer' || field.column === 'flag' ? 'INTEGER' : 'TEXT';
  if (field.column === 'flag') return { name, type, of: (row) => (row[name] == null ? null : row[name] ? 1 : 0) };
  if (field.column === 'json') return { name, type, of: (row) => JSON.stringify(row[name] ?? null) };
  return { name, type, of: (row) => row[name] ?? null };
}

const keyColumn = (name: string): Column => ({
  name: `${name}_key`,
  type: 'TEXT',
  keyOf: name,
  of: (row) => (typeof row[name] === 'string' ? sortKey(row[name]) : null),
});

function extraOf(row: AnyRow, names: ReadonlySet<string>): string | null {
  let extra: Record<string, unknown> | null = null;
  for (const name of Object.keys(row)) {
    if (names.has(name)) continue;
    extra ??= {};
    extra[name] = row[name];
  }
  return extra ? JSON.stringify(extra) : null;
}

const fieldLists = new Map<EntityName, [string, Field][]>();

/** Looked up once: every row that is read goes through here. */
function fieldsOf(entity: EntityName): [string, Field][] {
  const known = fieldLists.get(entity);
  if (known) return known;
  const made = Object.entries(entityOf(entity)?.fields ?? {});
  fieldLists.set(entity, made);
  return made;
}

/** A record of the table as the row it holds. */
export function decodeRow(entity: EntityName, record: Record<string, unknown>): AnyRow {
  const row: AnyRow = { id: record['id'] as string };
  for (const [name, field] of fieldsOf(entity)) {
    const value = record[name];
    if (field.column === 'flag') row[name] = value === null ? null : value === 1;
    else if (field.column === 'json') row[name] = typeof value === 'string' ? JSON.parse(value) : null;
    else row[name] = value ?? null;
  }
  if (typeof record['extra'] === 'string') Object.assign(row, JSON.parse(record['extra']));
  return row;
}
