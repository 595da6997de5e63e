import { encodeWindows1251 } from '#electron/core/jobs/decode/encode-windows-1251.ts';
import type { Cell } from '#electron/core/jobs/export/cells.ts';
import type { ExportColumn } from '#shared/ipc/export-channels.ts';

const twoDigits = (figure: number): string => String(figure).padStart(2, '0');

/** One line of a CSV as spreadsheets of a Russian system open it without asking: semicolons, decimal commas, days as 31.12.2026. */
export const csvLine = (cells: readonly Cell[], columns: readonly ExportColumn[]): string =>
  `${cells.map((cell, place) => csvCell(cell, columns[place]?.type)).join(';')}\r\n`;

function csvCell(cell: Cell, type: ExportColumn['type'] | undefined): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return (type === 'money' ? cell.toFixed(2) : String(cell)).replace('.', ',');
  if (cell instanceof Date) return dateWords(cell, type === 'instant');
  // A beginning that a spreadsheet would calculate is kept from it.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function dateWords(date: Date, timed: boolean): string {
  const day = `${twoDigits(date.getUTCDate())}.${twoDigits(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`;
  return timed ? `${day} ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}` : day;
}

/** Turns lines into bytes; what the encoding lacks is collected in `missing`. */
export async function* csvBytes(
  lines: AsyncIterable<string> | Iterable<string>,
  encoding: 'utf-8' | 'windows-1251',
  missing: Set<string>,
): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder();
  if (encoding === 'utf-8') yield utf8.encode('\uFEFF');
  for await (const line of lines) {
    if (encoding === 'utf-8') {
      yield utf8.encode(line);
      continue;
    }
    const encoded = encodeWindows1251(line);
    for (const one of encoded.missing) missing.add(one);
    yield encoded.bytes;
  }
}
