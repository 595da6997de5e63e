import { fieldsOf, type OwnFields, type TableField, type TableTarget } from '#shared/formats/tabular/fields.ts';
import type { Table, TableRow } from '#shared/formats/tabular/table.ts';
import { foldForFilter } from '#shared/lib/text/fold.ts';

/** Which column is filled into which field; rows after `header` are the data. */
export interface TableMapping {
  target: TableTarget;
  /** Number of the row of headers as spreadsheets show it; 0: there is none. */
  header: number;
  /** Field → column counted from 0. */
  columns: Partial<Record<TableField, number>>;
  /** Fields of the company's own that the kind has. */
  own?: OwnFields;
}

/** Rows among which headers are looked for: forms have letterheads above their tables. */
const HEADER_WITHIN = 40;
/** Running numbers of lines are no numbers of documents. */
const counters = new Set(['номер п п', 'п п', 'номер пп', 'пп', 'номер строки'].map(normal));

/** Words that say nothing of the field with another word beside them: «Номер телефона», «Тип помещения». */
const alone = new Set(['номер', 'no', 'number', 'от', 'тип', 'type', 'вид', 'kind', 'name', 'срок'].map(normal));

/** A header as it is compared: words alone, № as «номер». */
function normal(text: string): string {
  return foldForFilter(text.replaceAll('№', ' номер '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How well a header says a field: 0 not at all, the whole of it best, then its beginning, then any place in it. */
function score(header: string, words: readonly string[]): number {
  let best = 0;
  words.forEach((phrase, rank) => {
    const wanted = normal(phrase);
    const order = (words.length - rank) / (words.length + 1);
    if (header === wanted) best = Math.max(best, 3 + order);
    else if (alone.has(wanted)) return;
    else if (header.startsWith(`${wanted} `)) best = Math.max(best, 2 + order);
    else if (` ${header} `.includes(` ${wanted} `)) best = Math.max(best, 1 + order);
  });
  return best;
}

interface Guess {
  field: TableField;
  column: number;
  points: number;
}

function guessRow(row: TableRow, target: TableTarget, own: OwnFields): Guess[] {
  const guesses: Guess[] = [];
  for (const { column, type, value } of row.cells) {
    const header = type === 'text' && value.length <= 100 ? normal(value) : '';
    if (header === '' || counters.has(header)) continue;
    for (const [field, { words }] of fieldsOf(target, own)) {
      const points = score(header, words);
      if (points > 0) guesses.push({ field, column, points });
    }
  }
  // The surest first; of equals the one further to the left.
  return guesses.toSorted((a, b) => b.points - a.points || a.column - b.column);
}

function assigned(guesses: readonly Guess[]): { columns: TableMapping['columns']; points: number } {
  const columns: TableMapping['columns'] = {};
  const taken = new Set<number>();
  let points = 0;
  for (const { field, column, points: more } of guesses) {
    if (columns[field] !== undefined || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
    points += more;
  }
  return { columns, points };
}

/** What the headers of a table say; the row with the most known words is taken for them. Nothing is guessed from the values. */
export function guessMapping(table: Table, target: TableTarget, own: OwnFields = {}): TableMapping {
  let best: { header: number; columns: TableMapping['columns']; points: number } = {
    header: 0,
    columns: {},
    points: 0,
  };
  for (const row of table.rows.slice(0, HEADER_WITHIN)) {
    const found = assigned(guessRow(row, target, own));
    if (found.points > best.points) best = { header: row.row, ...found };
  }
  return { target, header: best.header, columns: best.columns };
}

/** What the columns of one row of titles say. */
export function mapTitles(row: TableRow, target: TableTarget, own: OwnFields = {}): TableMapping['columns'] {
  return assigned(guessRow(row, target, own)).columns;
}

/** The titles of a table as they are recognised again: in order, without case and signs. */
export const titlesKey = (row: TableRow): string =>
  row.cells.map(({ column, value }) => `${column}:${normal(value)}`).join('|');

/** The target whose words the headers use more of. */
export function guessTarget(table: Table): TableTarget {
  const known = (target: TableTarget): number => Object.keys(guessMapping(table, target).columns).length;
  return known('counterparty') > known('document') ? 'counterparty' : 'document';
}
