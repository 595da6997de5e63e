import type { Readable, Writable } from '#electron/core/store/handle.ts';
import { readMeta, writeMeta } from '#electron/core/store/meta.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { isDate } from '#shared/lib/dates/dates.ts';
import { foldForFilter, sortKey } from '#shared/lib/text/fold.ts';

/**
 * Values of the company's own fields by document, made from the rows as they are written, so that a register sorts and filters by any of
 * them without touching the long rows. One line for each value; `n` counts the choices of a field that takes several.
 */
export const customValueTable = `
CREATE TABLE custom_value (rid INTEGER NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, num REAL, sort TEXT, text TEXT,
  PRIMARY KEY (rid, key, n)) STRICT, WITHOUT ROWID;
CREATE INDEX custom_value_order ON custom_value (key, num, sort, text);
`;

/** Raised with the way values are kept: what was made another way is made anew at the next start. */
const made = 1;

/** No list needs more of a long text. */
const mostLetters = 500;
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => idPattern.test(text);

/** A text as it is kept and asked for: ids and dates as they are, words folded. */
export const comparable = (text: string): string =>
  isId(text) || isDate(text) ? text : foldForFilter(text.slice(0, mostLetters));

interface Value {
  num: number | null;
  text: string | null;
}

/** The values of one field; nothing of tables, files and checklists, by which nobody sorts. A range of days counts by its first. */
function valuesOf(given: unknown): Value[] {
  if (typeof given === 'number') return Number.isFinite(given) ? [{ num: given, text: null }] : [];
  if (typeof given === 'boolean') return [{ num: given ? 1 : 0, text: null }];
  if (typeof given === 'string') return given === '' ? [] : [{ num: null, text: given }];
  if (Array.isArray(given)) return given.filter((one) => typeof one === 'string' && one !== '').flatMap(valuesOf);
  const from = typeof given === 'object' && given !== null ? (given as { from?: unknown }).from : null;
  return typeof from === 'string' && isDate(from) ? [{ num: null, text: from }] : [];
}

/** Keeps the values of a document; `rid` is that of its row. To be called in the transaction that writes the row. */
export function writeCustomValues(db: Writable, rid: number, custom: unknown): void {
  dropCustomValues(db, rid);
  insertValues(db, rid, custom);
}

export const dropCustomValues = (db: Writable, rid: number): void => {
  prepared(db, 'DELETE FROM custom_value WHERE rid = ?').run(rid);
};

function insertValues(db: Writable, rid: number, custom: unknown): void {
  if (typeof custom !== 'object' || custom === null) return;
  const insert = prepared(db, 'INSERT INTO custom_value (rid, key, n, num, sort, text) VALUES (?, ?, ?, ?, ?, ?)');
  for (const [key, given] of Object.entries(custom))
    for (const [n, { num, text }] of valuesOf(given).entries())
      insert.run(
        ...[rid, key, n, num],
        ...(text === null ? [null, null] : [sortKey(text.slice(0, mostLetters)), comparable(text)]),
      );
}

/** Makes all of them anew from the rows. */
export function rebuildCustomValues(db: Writable): void {
  db.exec('DELETE FROM custom_value');
  const rows = db.prepare(`SELECT rid, custom FROM document WHERE custom <> 'null' ORDER BY rid`).raw();
  for (const [rid, custom] of rows.all() as [number, string][]) insertValues(db, rid, JSON.parse(custom));
  writeMeta(db, 'customValues', made);
}

/** Makes them where they are missing or were made another way. Idempotent; to be called at every open, in a transaction. */
export const keepCustomValues = (db: Writable): void => {
  if (readMeta(db, 'customValues') !== made) rebuildCustomValues(db);
};

/** Whether the values of a field are ids of people or counterparties. */
export function holdsIds(db: Readable, key: string): boolean {
  const sql = 'SELECT text FROM custom_value WHERE key = ? AND text IS NOT NULL LIMIT 1';
  const one = prepared(db, sql).pluck().get(key) as string | undefined;
  return one !== undefined && isId(one);
}
