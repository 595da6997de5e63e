import { isDateFormat } from 'numfmt';
import { MOST_CELL, MOST_SHEET_BYTES } from '#shared/formats/sheets/limits.ts';
import type { Book, SheetPart } from '#shared/formats/sheets/open-book.ts';
import { columnIndex, placeOf } from '#shared/formats/tabular/cell-place.ts';
import { plainDecimal, serialDay } from '#shared/formats/tabular/decimal.ts';
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
import { readEntryText } from '#shared/formats/zip/read-entry.ts';
import { xmlReader } from '#shared/formats/zip/read-xml.ts';

/** A cell while it is read. */
interface OpenCell {
  column: number;
  kind: string;
  style: number;
  value: string;
  formula: boolean;
}

/**
 * Reads a sheet as values: numbers exactly as they are kept, dates as days, formulas as what they last gave. Yields after each piece of the file. The
 * bytes that come out are counted, so that no archive grows beyond its limit. Throws ZipFault.
 */
export function* readBookSheet(
  book: Book,
  part: SheetPart,
  strings: readonly string[],
  bounds = allRows,
): Generator<void, Table> {
  const table = emptyTable();
  const dated = book.formats.codes.map((code) => isDateFormat(code));
  let cells: TableCell[] = [];
  let [row, count] = [0, 0];
  let cell: OpenCell = { column: -1, kind: 'n', style: 0, value: '', formula: false };
  let taken = false;
  let full = false;
  const tell = (code: Parameters<typeof addProblem>[1]['code'], stops: boolean, limit?: number): void =>
    addProblem(table, {
      code,
      stops,
      place: placeOf(Math.max(0, cell.column), row),
      params: limit === undefined ? {} : { limit },
    });
  const endCell = (): void => {
    if (cell.formula && cell.value === '' && cell.kind !== 'str') tell('FORMULA_WITHOUT_VALUE', false);
    const made = typed(cell, strings, dated[cell.style] ?? false, book.from1904);
    if (made === null || made.value.trim() === '') return;
    if (cell.column >= MOST_TABLE_COLUMNS) return tell('TABLE_TOO_MANY_COLUMNS', true, MOST_TABLE_COLUMNS);
    // Texts that cells share come shortened from their reader: what may have been cut is told.
    const cut = made.value.length >= (cell.kind === 's' ? MOST_CELL : MOST_CELL_TEXT);
    if (cut) tell('CELL_TOO_LONG', false);
    cells.push(cut ? { ...made, cut } : made);
    count += 1;
    table.columns = Math.max(table.columns, cell.column + 1);
  };
  const endRow = (): void => {
    if (cells.length === 0) return;
    full = !hasRoom(table, count, bounds);
    if (!full) table.rows.push({ row, cells });
  };
  const reader = xmlReader({
    open(name, attribute) {
      if (full) return;
      if (name === 'row') {
        const told = Number(attribute('r'));
        row = Number.isSafeInteger(told) && told > 0 ? told : row + 1;
        cells = [];
        cell = { column: -1, kind: 'n', style: 0, value: '', formula: false };
      } else if (name === 'c') {
        const at = columnIndex(attribute('r') ?? '');
        const column = at < 0 ? cell.column + 1 : at;
        cell = { column, kind: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '', formula: false };
      } else if (name === 'f') cell.formula = true;
      else if (name === 'v' || name === 't') taken = true;
    },
    close(name) {
      if (name === 'v' || name === 't') taken = false;
      else if (name === 'c' && !full) endCell();
      else if (name === 'row' && !full) endRow();
    },
    text(piece) {
      if (taken && cell.value.length < MOST_CELL_TEXT) cell.value += piece.slice(0, MOST_CELL_TEXT);
    },
  });
  for (const piece of readEntryText(book.bytes, part.entry, MOST_SHEET_BYTES)) {
    reader.write(piece);
    if (full) return table;
    yield;
  }
  reader.end();
  return table;
}

/** A cell by its type (ECMA-376 part 1, 18.18.11); null for what has no value. */
function typed(cell: OpenCell, strings: readonly string[], dated: boolean, from1904: boolean): TableCell | null {
  const { column, kind, value } = cell;
  if (kind === 's') return { column, type: 'text', value: strings[Number(value)] ?? '' };
  if (kind === 'b') return { column, type: 'flag', value: value === '1' ? 'true' : 'false' };
  if (kind === 'e') return { column, type: 'error', value };
  if (kind === 'd') return { column, type: 'date', value: value.slice(0, 10) };
  if (kind !== 'n') return { column, type: 'text', value };
  if (value === '') return null;
  const decimal = plainDecimal(value.trim());
  if (decimal === null) return { column, type: 'text', value };
  const day = dated ? serialDay(decimal, from1904) : null;
  return day === null ? { column, type: 'number', value: decimal } : { column, type: 'date', value: day };
}
