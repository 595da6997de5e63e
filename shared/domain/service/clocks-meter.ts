/** One clock while a log is read; instants in UTC milliseconds, `spent` in milliseconds of working time. */
export interface Meter {
  target: number | null;
  spent: number;
  startedAt: number | null;
  counting: boolean;
  /** Stopped for good: nothing that happens later starts it again or changes what was asked of it. */
  reactedAt: number | null;
  /** When it began to count and how much it had by then, in pairs: to find when a target was reached. */
  readonly runs: number[];
}

/** A clock that has not begun; `target` in minutes. */
export function newMeter(target: number | null): Meter {
  return { target, spent: 0, startedAt: null, counting: false, reactedAt: null, runs: [] };
}

/** Stops the response clock with the desk's first reaction; before it has begun there is nothing to react to. */
export function stopForGood(meter: Meter, at: number): void {
  if (meter.reactedAt !== null || meter.startedAt === null) return;
  meter.counting = false;
  meter.reactedAt = at;
}

/**
 * Brings a clock in line with where the ticket is now. A stopped clock keeps the target it was stopped with: a later change of the
 * targets never makes late what was in time.
 */
export function adjust(meter: Meter, at: number, target: number | null, counts: boolean, ended: boolean): void {
  if (meter.reactedAt !== null) return;
  if (counts && !meter.counting) {
    meter.startedAt ??= at;
    meter.runs.push(at, meter.spent);
  }
  meter.counting = counts;
  if (!ended) meter.target = target;
}

/** The run in which `worked` milliseconds were or will be reached: its beginning and what was spent before it. */
export function runReaching(meter: Meter, worked: number): { from: number; before: number } {
  let n = meter.runs.length - 2;
  while (n > 0 && (meter.runs[n + 1] ?? 0) >= worked) n -= 2;
  return { from: meter.runs[n] ?? 0, before: meter.runs[n + 1] ?? 0 };
}
