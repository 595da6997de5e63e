import { rowsOf, storedOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { localDate } from '#shared/lib/dates/local-time.ts';

/** The day it is where a person works, `yyyy-mm-dd`. */
export function presentDay(db: Readable, userId: string, now: number): string {
  const branchId = storedOf(db, 'employee', userId)?.row.branchId ?? '';
  const [branch] = rowsOf(db, 'branch', 'WHERE id = ?', branchId);
  return localDate(branch?.offsets ?? [], now);
}
