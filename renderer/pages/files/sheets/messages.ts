import type { SheetLanguage } from '#shared/formats/sheets/cell-text.ts';
import type { SheetProblem } from '#shared/formats/sheets/open-book.ts';
import type { MergedCells, SheetRow } from '#shared/formats/sheets/read-sheet.ts';

/** What the view asks the thread that reads tables. */
export type ToSheets =
  | { t: 'open'; bytes: ArrayBuffer; language: SheetLanguage }
  /** Reads a sheet, unless it has been read. */
  | { t: 'sheet'; sheet: number }
  /** Rows from..to (excluded) of a sheet. */
  | { t: 'rows'; sheet: number; from: number; to: number }
  | { t: 'find'; query: string };

/** A cell that was found. */
export interface CellPlace {
  sheet: number;
  row: number;
  column: number;
}

/** How far a sheet has been read, and its shape. */
export interface SheetShape {
  sheet: number;
  /** Rows to the last one with a value. */
  rows: number;
  columns: number;
  widths: readonly (readonly [column: number, characters: number])[];
  merged: readonly MergedCells[];
  done: boolean;
  cut: boolean;
}

/** What it answers. */
export type FromSheets =
  | { t: 'opened'; sheets: readonly string[] }
  | { t: 'shape'; shape: SheetShape }
  | { t: 'rows'; sheet: number; from: number; to: number; rows: readonly SheetRow[] }
  | { t: 'found'; query: string; places: readonly CellPlace[]; more: boolean }
  | { t: 'problem'; problem: SheetProblem };
