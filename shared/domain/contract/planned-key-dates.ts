import type { RowOf } from '#shared/domain/registry.ts';
import { addDays } from '#shared/lib/dates/dates.ts';

export interface PlannedKeyDate {
  kind: 'effective' | 'notice' | 'expiry' | 'renewal';
  date: string;
  remindDays: number[];
}

/** The key dates that follow from a contract's own fields. The notice is the last day on which a termination can be announced. */
export function plannedKeyDates(
  row: Pick<RowOf<'document'>, 'effectiveFrom' | 'expiresOn' | 'noticeDays' | 'renewal'>,
): PlannedKeyDate[] {
  const planned: PlannedKeyDate[] = [];
  if (row.effectiveFrom) planned.push({ kind: 'effective', date: row.effectiveFrom, remindDays: [0] });
  if (!row.expiresOn) return planned;
  if (row.noticeDays)
    planned.push({ kind: 'notice', date: addDays(row.expiresOn, -row.noticeDays), remindDays: [30, 7, 1] });
  const end = row.renewal === 'automatic' ? 'renewal' : 'expiry';
  planned.push({ kind: end, date: row.expiresOn, remindDays: [30, 7, 1] });
  return planned;
}
