import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable as ByteStream } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { type Cell, cellOf } from '#electron/core/jobs/export/cells.ts';
import { namesHere, readDocuments } from '#electron/core/jobs/export/export-rows.ts';
import { csvBytes, csvLine } from '#electron/core/jobs/export/write-csv.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { Refusal } from '#shared/domain/error.ts';
import type { ExportColumn } from '#shared/ipc/export-channels.ts';
import type { Offset } from '#shared/lib/dates/local-time.ts';

export interface ExportOrder {
  /** The database of the person, with its raw key. */
  path: string;
  key: Uint8Array;
  /** Whose clock the moments are told by. */
  userId: string;
  /** The file to write; its folder is made. */
  target: string;
  ids: readonly string[];
  columns: readonly ExportColumn[];
  format: 'xlsx' | 'csv';
  encoding: 'utf-8' | 'windows-1251';
  title: string;
}

export interface Written {
  rows: number;
  missing: string[];
}

/** Told after each slice of documents. */
export type Progress = (done: number, total: number) => void;

/** Writes documents into a file as they are read: memory does not grow with their number. Throws Refusal DISK_FULL. */
export async function exportDocuments(order: ExportOrder, progress: Progress = () => undefined): Promise<Written> {
  const db = openReadable({ path: order.path, key: Buffer.from(order.key) });
  try {
    await mkdir(dirname(order.target), { recursive: true });
    const written: Written = { rows: 0, missing: [] };
    const missing = new Set<string>();
    const rows = rowsOf(db, order, written, progress);
    const unfinished = `${order.target}.new`;
    const bytes =
      order.format === 'xlsx'
        ? ByteStream.fromWeb(writeXlsxStream(rows, sheetOf(order)) as never)
        : ByteStream.from(csvBytes(linesOf(rows, order.columns), order.encoding, missing));
    await pipeline(bytes, createWriteStream(unfinished));
    await rename(unfinished, order.target);
    return { ...written, missing: [...missing] };
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOSPC') throw new Refusal('DISK_FULL', {});
    throw error;
  } finally {
    db.close();
  }
}

function* rowsOf(db: Readable, order: ExportOrder, written: Written, progress: Progress): Generator<Cell[]> {
  const meaning = { nameOf: namesHere(db), offsets: offsetsOf(db, order.userId) };
  for (const slice of readDocuments(db, order.ids)) {
    for (const row of slice) yield order.columns.map((column) => cellOf(row, column, meaning));
    written.rows += slice.length;
    progress(written.rows, order.ids.length);
  }
}

function offsetsOf(db: Readable, userId: string): readonly Offset[] {
  const sql = 'SELECT b.offsets FROM employee e JOIN branch b ON b.id = e.branchId WHERE e.id = ?';
  const offsets = prepared(db, sql).pluck().get(userId) as string | undefined;
  return offsets ? (JSON.parse(offsets) as Offset[]) : [];
}

function* linesOf(rows: Iterable<Cell[]>, columns: readonly ExportColumn[]): Generator<string> {
  yield csvLine(
    columns.map(({ header }) => header),
    [],
  );
  for (const row of rows) yield csvLine(row, columns);
}

const formats: Partial<Record<ExportColumn['type'], string>> = {
  date: 'dd.mm.yyyy',
  instant: 'dd.mm.yyyy hh:mm',
  money: '#,##0.00',
};
const widths: Partial<Record<ExportColumn['type'], number>> = { date: 12, instant: 17, money: 16, number: 12 };
const wide: Readonly<Record<string, number>> = { subject: 60, counterparty: 36, number: 22 };

/** Words are written as words, so nothing in them is ever calculated. */
const sheetOf = ({ title, columns }: ExportOrder) => ({
  name:
    title
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || '–',
  freezePane: { rows: 1 },
  columns: columns.map(({ id, header, type }) => {
    const numFmt = formats[type];
    return { header, width: wide[id] ?? widths[type] ?? 20, ...(numFmt ? { numFmt } : {}) };
  }),
});
