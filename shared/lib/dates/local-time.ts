import { type DateText, dateOf, dayNumber } from '#shared/lib/dates/dates.ts';

/** Minutes ahead of UTC, in force from an instant (UTC milliseconds) on; null: since ever. A branch's `offsets` are a list of these. */
export interface Offset {
  readonly from: number | null;
  readonly minutes: number;
}

/** A stretch of time with one offset: instants from `start` on, before `end`; local time = instant + `shift` (milliseconds). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

export const minuteLength = 60_000;
export const dayLength = 86_400_000;

const known = new WeakMap<readonly Offset[], readonly Stretch[]>();

/** The stretches of a branch in order of time, covering all of it; no offsets at all mean UTC. */
export function stretchesOf(offsets: readonly Offset[]): readonly Stretch[] {
  const before = known.get(offsets);
  if (before) return before;
  const sorted = offsets.toSorted((left, right) => startOf(left) - startOf(right));
  const stretches = sorted.map((offset, n) => ({
    // Before the first known law the first one is taken: better than no time at all.
    start: n === 0 ? Number.NEGATIVE_INFINITY : startOf(offset),
    end: sorted[n + 1] ? startOf(sorted[n + 1] as Offset) : Number.POSITIVE_INFINITY,
    shift: offset.minutes * minuteLength,
  }));
  const all =
    stretches.length > 0
      ? stretches.filter((stretch) => stretch.start < stretch.end)
      : [{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, shift: 0 }];
  known.set(offsets, all);
  return all;
}

/** Milliseconds of local time since 1970-01-01 00:00 on the wall clock of a branch. */
export function localTime(offsets: readonly Offset[], instant: number): number {
  const stretch = stretchesOf(offsets).findLast((each) => each.start <= instant);
  return instant + (stretch?.shift ?? 0);
}

/** The calendar date at a branch at an instant (UTC milliseconds). */
export function localDate(offsets: readonly Offset[], instant: number): DateText {
  return dateOf(Math.floor(localTime(offsets, instant) / dayLength));
}

/** Whole minutes since midnight on the wall clock of a branch, 0–1439. */
export function localMinutes(offsets: readonly Offset[], instant: number): number {
  const local = localTime(offsets, instant);
  return Math.floor((local - Math.floor(local / dayLength) * dayLength) / minuteLength);
}

/**
 * The instant at which a branch's wall clock first shows a date and minutes since midnight, or is past them: a local time
 * that a jump skips is the instant of the jump, one that comes twice is the first.
 */
export function instantOf(offsets: readonly Offset[], date: DateText, minutesOfDay: number): number {
  const local = dayNumber(date) * dayLength + minutesOfDay * minuteLength;
  for (const { start, end, shift } of stretchesOf(offsets)) {
    const instant = Math.max(local - shift, start);
    if (instant < end) return instant;
  }
  return local;
}

function startOf(offset: Offset): number {
  return offset.from ?? Number.NEGATIVE_INFINITY;
}
