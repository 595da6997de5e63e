import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { readTable, type TableOrder } from '#electron/core/jobs/tabular/read-table.ts';
import type { TableMapping } from '#shared/formats/tabular/guess-mapping.ts';
import { type CellProblem, type MappedRow, mapRows } from '#shared/formats/tabular/map-rows.ts';
import type { Lookups } from '#shared/formats/tabular/names.ts';
import type { TableProblem } from '#shared/formats/tabular/table.ts';

export interface CheckOrder {
  table: TableOrder;
  mapping: TableMapping;
  lookups: Lookups;
  /** Where rows without problems are written, one JSON text a line: 200,000 of them never travel between threads at once. */
  draft: string;
}

export interface CheckedTable {
  rows: number;
  bad: number;
  problems: CellProblem[];
  problemCount: number;
  preview: MappedRow[];
  file: TableProblem[];
}

const PREVIEW = 30;
/** Problems that are told one by one. */
const TOLD = 5_000;
/** Characters that are written at once. */
const CHUNK = 256 * 1024;

/** Reads a whole table by a mapping. Throws Refusal FILE_UNREADABLE; what else is wrong comes with the result, and the draft is not written then. */
export function checkTable({ table, mapping, lookups, draft }: CheckOrder): CheckedTable {
  const checked: CheckedTable = { rows: 0, bad: 0, problems: [], problemCount: 0, preview: [], file: [] };
  const reading = readTable(table);
  checked.file = reading.table.problems;
  if (checked.file.some(({ stops }) => stops)) return checked;
  const file = openSync(draft, 'w', 0o600);
  try {
    let waiting = '';
    for (const row of mapRows(reading.table, mapping, lookups)) {
      checked.rows += 1;
      if (checked.preview.length < PREVIEW) checked.preview.push(row);
      if (row.problems.length > 0) {
        checked.bad += 1;
        checked.problemCount += row.problems.length;
        checked.problems.push(...row.problems.slice(0, TOLD - checked.problems.length));
        continue;
      }
      waiting += `${JSON.stringify({ row: row.row, values: row.values })}\n`;
      if (waiting.length > CHUNK) {
        writeSync(file, waiting);
        waiting = '';
      }
    }
    writeSync(file, waiting);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return checked;
}
