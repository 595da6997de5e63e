/** Rows of a file that are read: beyond, it is a database and not a register that somebody keeps in a spreadsheet. */
const MOST_TABLE_ROWS = 200_000;
export const MOST_TABLE_COLUMNS = 512;
/** Cells with a value, of one sheet. */
const MOST_TABLE_CELLS = 4_000_000;
/** Characters of one cell: what a spreadsheet itself allows. */
export const MOST_CELL_TEXT = 32_767;

/** What a cell is by its file; in a text file all are text. */
export type CellType = 'text' | 'number' | 'date' | 'flag' | 'error';

/** A cell with something in it. */
export interface TableCell {
  /** Counted from 0. */
  column: number;
  type: CellType;
  /**
   * Text as it stands; a number as decimal digits with a point; a date `yyyy-mm-dd`; a flag `true` or `false`; an error as the program shows it.
   * A formula comes as what it last gave, never as itself.
   */
  value: string;
  /** The text may go on in the file: it fills no field. */
  cut?: boolean;
}

/** A row with its number as spreadsheets show it, from 1. Rows without values are left out. */
export interface TableRow {
  row: number;
  cells: readonly TableCell[];
}

export type TableProblemCode =
  | 'TABLE_EMPTY'
  | 'TABLE_TOO_LARGE'
  | 'TABLE_TOO_MANY_ROWS'
  | 'TABLE_TOO_MANY_COLUMNS'
  | 'TABLE_TOO_MANY_CELLS'
  | 'TABLE_DAMAGED'
  | 'TABLE_ENCRYPTED'
  | 'NOT_A_TABLE'
  | 'SHEET_MISSING'
  | 'TEXT_DAMAGED'
  | 'CELL_TOO_LONG'
  | 'QUOTE_NOT_CLOSED'
  | 'FORMULA_WITHOUT_VALUE';

/** Something about the file itself. `stops`: not all of it is here, so nothing may be imported. */
export interface TableProblem {
  code: TableProblemCode;
  stops: boolean;
  /** `B7`; null for the whole file. */
  place: string | null;
  params: Readonly<Record<string, string | number>>;
}

/** One table, whatever file it came in. */
export interface Table {
  /** Columns that hold anything. */
  columns: number;
  rows: TableRow[];
  /** There are rows after those that are here. */
  more: boolean;
  problems: TableProblem[];
}

/** How much of a file is read: beyond `limit` it is refused, after `wanted` nobody asked for more. */
export interface TableBounds {
  limit: number;
  wanted: number;
}

export const allRows: TableBounds = { limit: MOST_TABLE_ROWS, wanted: MOST_TABLE_ROWS };

/** Whether another row may be added; marks the table as cut when not. */
export function hasRoom(table: Table, cells: number, { limit, wanted }: TableBounds): boolean {
  const stop = (code: TableProblemCode, most: number): boolean => {
    table.more = true;
    addProblem(table, { code, stops: true, place: null, params: { limit: most } });
    return false;
  };
  if (table.rows.length >= limit) return stop('TABLE_TOO_MANY_ROWS', limit);
  if (cells > MOST_TABLE_CELLS) return stop('TABLE_TOO_MANY_CELLS', MOST_TABLE_CELLS);
  if (table.rows.length < wanted) return true;
  table.more = true;
  return false;
}

/** Problems of one kind that are told of one file. */
const MOST_OF_A_KIND = 20;

/** Adds a problem, unless many of its kind are told already. */
export function addProblem(table: Table, problem: TableProblem): void {
  if (table.problems.filter(({ code }) => code === problem.code).length < MOST_OF_A_KIND) table.problems.push(problem);
}

export const emptyTable = (): Table => ({ columns: 0, rows: [], more: false, problems: [] });
