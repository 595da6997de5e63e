/** What a table may hold before only its beginning is read: a workbook is a window into data, not a database. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 512;
/** Cells with a value, of one sheet. */
export const MOST_CELLS = 2_000_000;
/** Bytes of one part once it is opened up: a sheet of a million rows takes some four hundred million, of which the beginning is read. */
export const MOST_SHEET_BYTES = 256 * 1024 * 1024;
export const MOST_STRINGS_BYTES = 96 * 1024 * 1024;
export const MOST_SMALL_BYTES = 16 * 1024 * 1024;
/** Characters of one cell that are shown. */
export const MOST_CELL = 2_000;
