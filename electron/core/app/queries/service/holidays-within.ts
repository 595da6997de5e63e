import { leaveDays } from '#shared/domain/service/leave.ts';
import { addDays, daysBetween } from '#shared/lib/dates/dates.ts';

/** The days of a period that no vacation counts: non-working holidays (ст. 120 ТК РФ). */
export function holidaysWithin(from: string, to: string): string[] {
  const days: string[] = [];
  for (let n = daysBetween(from, to); n >= 0; n -= 1) {
    const day = addDays(to, -n);
    if (leaveDays(day, day) === 0) days.push(day);
  }
  return days;
}
