import type { ExportRow } from '#electron/core/jobs/export/export-rows.ts';
import type { ExportColumn } from '#shared/ipc/export-channels.ts';
import { isDate } from '#shared/lib/dates/dates.ts';
import { localTime, minuteLength, type Offset } from '#shared/lib/dates/local-time.ts';

/** A cell with its real type: days as midnights in UTC, sums in whole units of the currency. */
export type Cell = string | number | Date | null;

interface Meaning {
  nameOf: (id: string) => string;
  offsets: readonly Offset[];
}

/** The cell of a column: what the register shows, by its type. */
export function cellOf(row: ExportRow, { id, type, words }: ExportColumn, meaning: Meaning): Cell {
  const own = id.startsWith('custom:');
  const value = own ? row.custom?.[id.slice(7)] : row[id];
  if (value === null || value === undefined || value === '') return null;
  switch (type) {
    case 'date':
      return dayOf(value);
    case 'instant':
      return typeof value === 'number' ? momentOf(value, meaning.offsets) : null;
    case 'money':
      return typeof value === 'number' ? value / 100 : null;
    case 'number':
      return typeof value === 'number' ? value : String(value);
    case 'words':
      return listOf(value)
        .map((one) => words?.[one] ?? one)
        .join(', ');
    case 'name':
      return listOf(value).map(meaning.nameOf).join(', ');
    default:
      return listOf(value).join(', ');
  }
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

/** A day, or of a range of days its first and last in words. */
function dayOf(value: unknown): Cell {
  if (typeof value === 'string') return isDate(value) ? new Date(`${value}T00:00:00Z`) : value;
  const { from, to } = value as { from?: unknown; to?: unknown };
  return [from, to].filter((one) => typeof one === 'string').join(' – ') || null;
}

/** The time on the wall of the branch, to the minute: a sheet knows no zones. */
const momentOf = (instant: number, offsets: readonly Offset[]): Date =>
  new Date(Math.floor(localTime(offsets, instant) / minuteLength) * minuteLength);
