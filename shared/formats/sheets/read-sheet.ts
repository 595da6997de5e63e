import { numberText, type SheetLanguage } from '#shared/formats/sheets/cell-text.ts';
import { MOST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEET_BYTES } from '#shared/formats/sheets/limits.ts';
import type { Book, SheetPart } from '#shared/formats/sheets/open-book.ts';
import { readEntryText } from '#shared/formats/zip/read-entry.ts';
import { type Attributes, xmlReader } from '#shared/formats/zip/read-xml.ts';

/** A cell with something in it. Columns are counted from 0. */
export interface SheetCell {
  column: number;
  text: string;
  /** A number, date or sum: stands at the right. */
  number: boolean;
  bold: boolean;
}

/** Cells of a row, in order; rows are counted from 0. */
export interface SheetRow {
  row: number;
  cells: readonly SheetCell[];
}

/** Cells that are shown as one; last row and column included. */
export interface MergedCells {
  row: number;
  column: number;
  lastRow: number;
  lastColumn: number;
}

/** A sheet as far as it has been read. */
export interface SheetReading {
  rows: SheetRow[];
  merged: MergedCells[];
  /** Widths in characters by column; 0: hidden. */
  widths: Map<number, number>;
  columns: number;
  /** There is more than is ever read. */
  cut: boolean;
}

/** Reads a sheet, a piece at a time: `into` grows between the yields. Throws ZipFault. */
export function* readSheet(
  given: { book: Book; part: SheetPart; strings: readonly string[]; language: SheetLanguage },
  into: SheetReading,
): Generator<void> {
  const { book, part, strings, language } = given;
  const { codes, bold } = book.formats;
  let cells: SheetCell[] = [];
  let [row, column, count] = [-1, -1, 0];
  let cell = { type: 'n', style: 0 };
  let value = '';
  let taken = false;
  let full = false;

  const textOf = (): string => {
    if (cell.type === 's') return strings[Number(value)] ?? '';
    if (cell.type === 'b')
      return value === '1' ? (language === 'ru' ? 'ИСТИНА' : 'TRUE') : language === 'ru' ? 'ЛОЖЬ' : 'FALSE';
    if (cell.type !== 'n') return value;
    return numberText(Number(value), codes[cell.style] ?? 'General', language, book.from1904);
  };
  const endCell = (): void => {
    if (value === '' || column >= MOST_COLUMNS) return;
    const text = textOf().slice(0, MOST_CELL);
    if (text === '') return;
    cells.push({ column, text, number: cell.type === 'n', bold: bold[cell.style] ?? false });
    into.columns = Math.max(into.columns, column + 1);
    count += 1;
  };
  const reader = xmlReader({
    open(name, attribute) {
      if (name === 'row') {
        row = Number(attribute('r') ?? row + 2) - 1;
        cells = [];
        column = -1;
        full ||= row >= MOST_ROWS || count >= MOST_CELLS;
      } else if (name === 'c') {
        const at = columnOf(attribute('r'));
        column = at < 0 ? column + 1 : at;
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0) };
        value = '';
      } else if (name === 'v' || name === 't') taken = true;
      else if (name === 'col') readColumn(attribute, into);
      else if (name === 'mergeCell') readMerged(attribute('ref') ?? '', into);
    },
    close(name) {
      if (name === 'v' || name === 't') taken = false;
      else if (name === 'c' && !full) endCell();
      else if (name === 'row' && !full && cells.length > 0) into.rows.push({ row, cells });
    },
    text(piece) {
      if (taken && value.length < MOST_CELL) value += piece;
    },
  });
  for (const piece of readEntryText(book.bytes, part.entry, MOST_SHEET_BYTES)) {
    reader.write(piece);
    if (full) {
      into.cut = true;
      return;
    }
    yield;
  }
  reader.end();
}

/** `AB12` → 27; -1 without letters. */
function columnOf(reference: string | undefined): number {
  let column = 0;
  for (let at = 0; reference && at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

function readColumn(attribute: Attributes, into: SheetReading): void {
  const [from, to] = [Number(attribute('min')) - 1, Number(attribute('max')) - 1];
  const hidden = attribute('hidden') === '1' || attribute('hidden') === 'true';
  const width = Number(attribute('width') ?? 9);
  for (let column = from; column <= Math.min(to, MOST_COLUMNS); column += 1)
    into.widths.set(column, hidden ? 0 : width);
}

/** `B2:D5`. */
function readMerged(reference: string, into: SheetReading): void {
  const [first, last] = reference.split(':');
  const rowOf = (cell: string | undefined): number => Number(cell?.replace(/^\D+/, '')) - 1;
  const merged = { row: rowOf(first), column: columnOf(first), lastRow: rowOf(last), lastColumn: columnOf(last) };
  if (
    merged.row >= 0 &&
    merged.lastRow >= merged.row &&
    merged.lastColumn >= merged.column &&
    into.merged.length < 20_000
  )
    into.merged.push(merged);
}

export const emptyReading = (): SheetReading => ({ rows: [], merged: [], widths: new Map(), columns: 0, cut: false });
