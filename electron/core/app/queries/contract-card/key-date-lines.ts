import type { Staff } from '#electron/core/app/queries/company/staff.ts';
import { remindedFrom } from '#electron/core/app/queries/contract-card/reminders.ts';
import { rowsOf } from '#electron/core/app/queries/rows-of.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { plannedKeyDates } from '#shared/domain/contract/planned-key-dates.ts';
import type { RowOf } from '#shared/domain/registry.ts';
import { daysBetween } from '#shared/lib/dates/dates.ts';
import type { KeyDateLine } from '#shared/queries/contract.ts';

/** Key dates of a contract by date: those that are written, and those its fields promise as long as it is not registered. */
export function keyDateLines(db: Readable, document: RowOf<'document'>, staff: Staff): KeyDateLine[] {
  const rows = rowsOf(db, 'key_date', 'WHERE documentId = ? AND archivedAt IS NULL', document.id);
  const written = new Set(rows.map((row) => row.kind));
  const planned = document.registeredAt ? [] : plannedKeyDates(document).filter((one) => !written.has(one.kind));
  const lines = [
    ...rows.map((row) => ({ ...row, id: row.id as string | null })),
    ...planned.map((one) => ({ ...one, id: null, title: '', responsibleId: document.responsibleId, doneAt: null })),
  ];
  const time = staff.timeIn(document.branchId);
  const today = staff.todayIn(document.branchId);
  const told = lines.map(
    (one): KeyDateLine => ({
      id: one.id,
      kind: one.kind,
      title: one.title,
      date: one.date,
      remindDays: one.remindDays,
      responsibleId: one.responsibleId,
      responsibleName: staff.nameOf(one.responsibleId),
      doneAt: one.doneAt,
      daysLeft: daysBetween(today, one.date),
      due: one.id !== null && one.doneAt === null && remindedFrom(time, one.date, one.remindDays) <= today,
    }),
  );
  return told.sort((one, other) => (one.date === other.date ? 0 : one.date < other.date ? -1 : 1));
}
