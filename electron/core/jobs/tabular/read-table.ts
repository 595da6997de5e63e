import { readFileSync, statSync } from 'node:fs';
import { sniffKind } from '#electron/core/jobs/decode/sniff.ts';
import { tableEncoding } from '#electron/core/jobs/tabular/table-encoding.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { TextEncodingName } from '#shared/formats/encoding-name.ts';
import { openBook, type SheetProblem, sheetProblemOf } from '#shared/formats/sheets/open-book.ts';
import { readStrings } from '#shared/formats/sheets/read-strings.ts';
import { detectShape, type TextShape } from '#shared/formats/tabular/delimiter.ts';
import { readBookSheet } from '#shared/formats/tabular/read-book.ts';
import { readText } from '#shared/formats/tabular/read-text.ts';
import { allRows, emptyTable, type Table, type TableProblemCode } from '#shared/formats/tabular/table.ts';

/** Bytes of a file of cells: a text of a million rows. */
const MOST_BYTES = 100 * 1024 * 1024;

/** What to read. What is left out is found out; a person may say it better. */
export interface TableOrder {
  path: string;
  /** Which sheet of a workbook, from 0; by itself the first one that is not hidden. */
  sheet?: number;
  encoding?: TextEncodingName;
  shape?: TextShape;
  /** Rows that are wanted; a preview needs few. */
  wanted?: number;
}

/** A file of cells as far as it was read, and how it was read. */
export interface TableReading {
  kind: 'workbook' | 'text' | null;
  sheets: { name: string; hidden: boolean }[];
  sheet: number | null;
  encoding: TextEncodingName | null;
  shape: TextShape | null;
  table: Table;
}

const boundsOf = ({ wanted }: TableOrder) => (wanted === undefined ? allRows : { ...allRows, wanted });

const nothing: TableReading = { kind: null, sheets: [], sheet: null, encoding: null, shape: null, table: emptyTable() };

const refused = (code: TableProblemCode, given: Partial<TableReading> = {}, limit?: number): TableReading => ({
  ...nothing,
  ...given,
  table: {
    ...emptyTable(),
    problems: [{ code, stops: true, place: null, params: limit === undefined ? {} : { limit } }],
  },
});

const problems: Record<SheetProblem, TableProblemCode> = {
  SHEET_DAMAGED: 'TABLE_DAMAGED',
  SHEET_ENCRYPTED: 'TABLE_ENCRYPTED',
  SHEET_TOO_LARGE: 'TABLE_TOO_LARGE',
  SHEET_NOT_A_TABLE: 'NOT_A_TABLE',
};

/** Reads an XLSX, CSV or TSV file by its content, whatever its name. What is wrong with it comes as problems of the table. Throws Refusal FILE_UNREADABLE. */
export function readTable(order: TableOrder): TableReading {
  let bytes: Uint8Array;
  try {
    if (statSync(order.path).size > MOST_BYTES) return refused('TABLE_TOO_LARGE', {}, MOST_BYTES);
    bytes = readFileSync(order.path);
  } catch (error) {
    throw new Refusal('FILE_UNREADABLE', { message: error instanceof Error ? error.message : String(error) });
  }
  const kind = sniffKind(bytes);
  const reading =
    kind === 'empty' ? refused('TABLE_EMPTY') : kind === 'text' ? textTable(bytes, order) : book(bytes, order);
  if (reading.table.rows.length > 0 || reading.table.problems.some(({ stops }) => stops)) return reading;
  return { ...reading, table: refused('TABLE_EMPTY').table };
}

/** The last word of a reading that nobody wants to interrupt. */
function finish<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function textTable(bytes: Uint8Array, order: TableOrder): TableReading {
  const encoding = order.encoding ?? tableEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const shape = order.shape ?? detectShape(text);
  const table = finish(readText(text, shape, boundsOf(order)));
  if (text.includes('\uFFFD')) table.problems.push({ code: 'TEXT_DAMAGED', stops: false, place: null, params: {} });
  return { ...nothing, kind: 'text', encoding, shape, table };
}

function book(bytes: Uint8Array, order: TableOrder): TableReading {
  let known: Partial<TableReading> = {};
  try {
    const opened = openBook(bytes);
    const sheets = opened.sheets.map(({ name, hidden }) => ({ name, hidden }));
    const sheet =
      order.sheet ??
      Math.max(
        0,
        sheets.findIndex(({ hidden }) => !hidden),
      );
    known = { kind: 'workbook', sheets, sheet };
    const part = opened.sheets[sheet];
    if (!part) return refused('SHEET_MISSING', known);
    const strings = finish(readStrings(opened));
    return { ...nothing, ...known, table: finish(readBookSheet(opened, part, strings, boundsOf(order))) };
  } catch (error) {
    return refused(problems[sheetProblemOf(error)], known);
  }
}
