import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { EntityName } from '#shared/domain/registry.ts';

/**
 * One column of a table in memory, compact enough for every row: `codes[rid]` is the place of the row's value among the
 * distinct values in ascending order, 1 for the least; 0: null, or no such row.
 */
export interface OrderedColumn {
  codes: Uint32Array;
  /** Number of distinct values; codes go up to it. */
  distinct: number;
  /** `values[code]`, from 1; empty when the column was loaded for its order only. */
  values: (string | number | null)[];
}

interface Wanted {
  entity: EntityName;
  column: string;
  /** Loads only rows for which this holds; the others count as null. SQL of this program, never of a person. */
  where?: string;
  /** Keeps the distinct values; without it only the order is kept. */
  values: boolean;
}

/**
 * Reads a column by its index alone: the table with its long texts is never touched (15 ms against 300 ms for 100,000
 * rows). The rids come in the order of the values and the sizes of the groups beside them, so that a text which many rows
 * share crosses into this thread once.
 */
export function loadColumn(db: Readable, { entity, column, where, values: keep }: Wanted): OrderedColumn {
  const rows = `FROM "${entity}" WHERE ${where ?? `"${column}" IS NOT NULL`}`;
  const rids = prepared(db, `SELECT rid ${rows} ORDER BY "${column}"`).pluck().all() as number[];
  const codes = new Uint32Array(highestRid(db, entity) + 1);
  const values: (string | number | null)[] = [null];
  const sizes = keep ? namedSizes(db, column, rows, values) : plainSizes(db, column, rows);
  let at = 0;
  for (const [group, size] of sizes.entries()) {
    for (const end = at + size; at < end; at += 1) codes[rids[at] as number] = group + 1;
  }
  return { codes, distinct: sizes.length, values: keep ? values : [] };
}

/**
 * The same of one of the company's own fields, by its value or, of several, its first; the values themselves on demand. Values that only
 * sort alike are one in the order.
 */
export function loadCustomColumn(db: Readable, key: string, keep: boolean): OrderedColumn {
  const rows = 'FROM custom_value WHERE key = ? AND n = 0';
  const order = keep ? 'num, sort, text' : 'num, sort';
  const rids = prepared(db, `SELECT rid ${rows} ORDER BY ${order}`).pluck().all(key) as number[];
  const sql = `SELECT coalesce(text, num), count(*) ${rows} GROUP BY ${order} ORDER BY ${order}`;
  const groups = prepared(db, sql).raw().all(key) as [string | number, number][];
  const codes = new Uint32Array(highestRid(db, 'document') + 1);
  let at = 0;
  for (const [group, [, size]] of groups.entries())
    for (const end = at + size; at < end; at += 1) codes[rids[at] as number] = group + 1;
  return { codes, distinct: groups.length, values: keep ? [null, ...groups.map(([value]) => value)] : [] };
}

/**
 * The same of a column that stands inside an index of several: its values come unordered and are put in order here. Two long texts cross
 * into this thread in a third of the time that an array for each row takes.
 */
export function loadFact(db: Readable, entity: EntityName, column: string): OrderedColumn {
  const sql = `SELECT json_group_array(rid), json_group_array("${column}") FROM "${entity}" WHERE "${column}" IS NOT NULL`;
  const found = prepared(db, sql).raw().get() as [string, string];
  const [rids, values] = found.map((text) => JSON.parse(text)) as [number[], (string | number)[]];
  const distinct = [...new Set(values)].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const codeOf = new Map(distinct.map((value, place) => [value, place + 1]));
  const codes = new Uint32Array(highestRid(db, entity) + 1);
  for (const [place, rid] of rids.entries()) codes[rid] = codeOf.get(values[place] as string | number) ?? 0;
  return { codes, distinct: distinct.length, values: [null, ...distinct] };
}

/** Texts by rid, made alike by `fold`. The long rows are read: only for a filter that asks for words of that column. */
export function loadTexts(db: Readable, entity: EntityName, column: string, fold: (text: string) => string): string[] {
  const texts = new Array<string>(highestRid(db, entity) + 1).fill('');
  const sql = `SELECT rid, "${column}" FROM "${entity}" WHERE "${column}" IS NOT NULL`;
  for (const [rid, text] of prepared(db, sql).raw().iterate() as Iterable<[number, string]>) texts[rid] = fold(text);
  return texts;
}

/** Brings texts up to date with rows that have changed since; of a row that has gone the text stays, and nobody asks for it. */
export function patchTexts(
  db: Readable,
  entity: EntityName,
  column: string,
  { texts, ids, fold }: { texts: string[]; ids: readonly string[]; fold: (text: string) => string },
): void {
  const sql = `SELECT rid, coalesce("${column}", '') FROM "${entity}" WHERE id IN (SELECT value FROM json_each(?))`;
  for (const [rid, text] of prepared(db, sql).raw().all(JSON.stringify(ids)) as [number, string][]) {
    while (texts.length <= rid) texts.push('');
    texts[rid] = fold(text);
  }
}

const plainSizes = (db: Readable, column: string, rows: string): number[] =>
  prepared(db, `SELECT count(*) ${rows} GROUP BY "${column}" ORDER BY "${column}"`).pluck().all() as number[];

function namedSizes(db: Readable, column: string, rows: string, values: (string | number | null)[]): number[] {
  const sql = `SELECT "${column}", count(*) ${rows} GROUP BY "${column}" ORDER BY "${column}"`;
  const groups = prepared(db, sql).raw().all() as [string | number | null, number][];
  return groups.map(([value, size]) => {
    values.push(value);
    return size;
  });
}

/** Marks, by rid, the rows for which the condition holds. The same advice: have an index that covers it. */
export function loadFlag(db: Readable, entity: EntityName, condition: string): Uint8Array {
  const flags = new Uint8Array(highestRid(db, entity) + 1);
  const rids = prepared(db, `SELECT rid FROM "${entity}" WHERE ${condition}`).pluck().all() as number[];
  for (const rid of rids) flags[rid] = 1;
  return flags;
}

export const highestRid = (db: Readable, entity: EntityName): number =>
  (prepared(db, `SELECT max(rid) FROM "${entity}"`).pluck().get() as number | null) ?? 0;
