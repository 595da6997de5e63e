import { columnLetters, placeOf } from '#shared/formats/tabular/cell-place.ts';
import { fieldsOf, type TableField } from '#shared/formats/tabular/fields.ts';
import type { TableMapping } from '#shared/formats/tabular/guess-mapping.ts';
import type { Lookups } from '#shared/formats/tabular/names.ts';
import { readValue, type TableValue, type ValueProblemCode } from '#shared/formats/tabular/read-value.ts';
import type { Table, TableRow } from '#shared/formats/tabular/table.ts';
import type { RequisiteCode } from '#shared/lib/requisites/check.ts';

/** What is wrong in a cell, said by its place. */
export interface CellProblem {
  code: ValueProblemCode;
  field: TableField;
  /** Letters, as spreadsheets show them; null when the field has no column. */
  column: string | null;
  row: number;
  /** `C7`, or the number of the row. */
  place: string;
  /** What stands there, shortened. */
  value: string;
  requisite: RequisiteCode | null;
}

/** A row as the fields of a form: only those that have a value. It is imported when it has no problems. */
export interface MappedRow {
  row: number;
  values: Partial<Record<TableField, TableValue>>;
  problems: CellProblem[];
}

/** Characters of a wrong value that its complaint carries. */
const SHOWN = 80;
const TOTAL = /^(?:итого|всего|total)(?=\P{L}|$)/iu;

/** Lines that add up the others. */
const isTotal = (row: TableRow): boolean => row.cells[0]?.type === 'text' && TOTAL.test(row.cells[0].value.trim());

/** Reads one row by a mapping. */
function mapRow(row: TableRow, mapping: TableMapping, lookups?: Lookups): MappedRow {
  const mapped: MappedRow = { row: row.row, values: {}, problems: [] };
  for (const [field, { type, most, required, options }] of fieldsOf(mapping.target, mapping.own)) {
    const column = mapping.columns[field];
    const cell = column === undefined ? undefined : row.cells.find((one) => one.column === column);
    const tell = (code: ValueProblemCode, requisite: RequisiteCode | null = null): void =>
      void mapped.problems.push({
        code,
        field,
        column: column === undefined ? null : columnLetters(column),
        row: row.row,
        place: column === undefined ? String(row.row) : placeOf(column, row.row),
        value: (cell?.value ?? '').slice(0, SHOWN),
        requisite,
      });
    if (!cell) {
      if (required) tell('VALUE_REQUIRED');
      continue;
    }
    const read = readValue(cell, type, most, { ...lookups, options });
    if (read.ok) mapped.values[field] = read.value;
    else tell(read.code, read.requisite);
  }
  return mapped;
}

/** The rows under the headers, without lines of totals and without those that fill no field. */
export function* mapRows(table: Table, mapping: TableMapping, lookups?: Lookups): Generator<MappedRow> {
  const columns = new Set(Object.values(mapping.columns));
  for (const row of table.rows) {
    if (row.row <= mapping.header || isTotal(row)) continue;
    if (row.cells.some((cell) => columns.has(cell.column))) yield mapRow(row, mapping, lookups);
  }
}
