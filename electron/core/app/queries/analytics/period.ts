import { boundsOf } from '#electron/core/app/queries/ticket/filter.ts';
import { addDays, daysBetween } from '#shared/lib/dates/dates.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

/** Instants [start, end). */
export interface Period {
  start: number;
  end: number;
}

/** A period of days, both included, and the same length of time before it. */
export function periodsOf(time: WorkingTime, from: string, to: string): { period: Period; before: Period } {
  const days = Math.max(1, daysBetween(from, to) + 1);
  const [start, end] = boundsOf(time, from, to);
  const [earlier, until] = boundsOf(time, addDays(from, -days), addDays(from, -1));
  return { period: { start, end }, before: { start: earlier, end: until } };
}

export const isWithin = ({ start, end }: Period, at: number | null): boolean => at !== null && at >= start && at < end;
