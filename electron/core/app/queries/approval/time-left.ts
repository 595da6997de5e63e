import { workingMinutesBetween } from '#shared/lib/working-time/working-minutes.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

export interface TimeLeft {
  /** Working minutes until the deadline; negative is late. */
  minutesLeft: number | null;
  /** The same as a share of all the time that was given, at most 1. */
  left: number | null;
}

/** `minutes` is the time given, in working minutes; null, or no deadline: nothing runs. */
export function timeLeft(time: WorkingTime, now: number, dueAt: number | null, minutes: number | null): TimeLeft {
  if (dueAt === null) return { minutesLeft: null, left: null };
  const late = workingMinutesBetween(time, dueAt, now);
  const minutesLeft = now <= dueAt ? workingMinutesBetween(time, now, dueAt) : late === 0 ? 0 : -late;
  return { minutesLeft, left: minutes === null ? null : Math.min(1, minutesLeft / minutes) };
}
