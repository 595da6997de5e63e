import { placeOf } from '#shared/formats/tabular/cell-place.ts';
import type { TextShape } from '#shared/formats/tabular/delimiter.ts';
import {
  addProblem,
  allRows,
  emptyTable,
  hasRoom,
  MOST_CELL_TEXT,
  MOST_TABLE_COLUMNS,
  type Table,
  type TableCell,
} from '#shared/formats/tabular/table.ts';

/** After so many quotes without an end they are taken as letters of the text. */
const MOST_OPEN_QUOTES = 50;
/** Rows between two pauses of a long reading. */
const STEP = 5_000;

/**
 * Reads a text file of cells (RFC 4180 and what programs make of it): quotes doubled inside of quotes, lines broken inside of them, any end of line.
 * Every cell is text, `=1+1` too. Yields now and then so that the caller can do something else or stop.
 */
export function* readText(text: string, shape: TextShape, bounds = allRows): Generator<void, Table> {
  const { delimiter, quote } = shape;
  const table = emptyTable();
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const told = /^sep=.\r?\n/i.exec(text.slice(at, at + 10));
  if (told) at += told[0].length;
  let [row, cellCount, openQuotes] = [0, 0, 0];
  const isEnd = (letter: string): boolean => letter === '\n' || letter === '\r';

  /** What stands up to the next delimiter or the end of the line. */
  const plain = (): string => {
    const from = at;
    while (at < text.length && text[at] !== delimiter && !isEnd(text[at] as string)) at += 1;
    return text.slice(from, at);
  };
  const quoted = (column: number): string => {
    const from = at;
    let value = '';
    at += 1;
    while (at - from <= MOST_CELL_TEXT * 2) {
      const end = text.indexOf(quote, at);
      if (end < 0 || end - from > MOST_CELL_TEXT * 2) break;
      value += text.slice(at, end);
      at = end + 1;
      if (text[at] !== quote) return value + plain();
      value += quote;
      at += 1;
    }
    // Somebody wrote a quotation mark and did not close it: it swallows no rows.
    addProblem(table, { code: 'QUOTE_NOT_CLOSED', stops: false, place: placeOf(column, row), params: {} });
    openQuotes += 1;
    at = from;
    return plain();
  };

  while (at < text.length) {
    row += 1;
    const cells: TableCell[] = [];
    for (let column = 0; ; column += 1) {
      const value = text[at] === quote && openQuotes < MOST_OPEN_QUOTES ? quoted(column) : plain();
      if (value.trim() !== '') {
        const place = placeOf(column, row);
        if (column >= MOST_TABLE_COLUMNS) {
          addProblem(table, {
            code: 'TABLE_TOO_MANY_COLUMNS',
            stops: true,
            place,
            params: { limit: MOST_TABLE_COLUMNS },
          });
          return table;
        }
        const cut = value.length > MOST_CELL_TEXT;
        if (cut) addProblem(table, { code: 'CELL_TOO_LONG', stops: false, place, params: {} });
        cells.push({ column, type: 'text', value: value.slice(0, MOST_CELL_TEXT), ...(cut ? { cut } : {}) });
        table.columns = Math.max(table.columns, column + 1);
      }
      if (text[at] !== delimiter) break;
      at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    if (cells.length > 0) {
      cellCount += cells.length;
      if (!hasRoom(table, cellCount, bounds)) return table;
      table.rows.push({ row, cells });
    }
    if (row % STEP === 0) yield;
  }
  return table;
}
