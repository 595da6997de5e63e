import type { Freshness } from '#shared/queries/analytics.ts';

const hour = 3_600_000;
/** A branch from which things are known to come late is told of sooner than one that may just have had a quiet day. */
const soon = 3 * hour;
const long = 24 * hour;

/** How far a branch is behind the one that was heard of last, in milliseconds; null: nothing was heard of it at all. */
export function lagOf(one: Freshness, all: readonly Freshness[]): number | null {
  if (one.lastAt === null) return null;
  return Math.max(...all.map((other) => other.lastAt ?? 0)) - one.lastAt;
}

/** Whether figures of a branch may miss something. */
export function isStale(one: Freshness, all: readonly Freshness[]): boolean {
  const lag = lagOf(one, all);
  if (lag === null) return all.some((other) => other.lastAt !== null);
  return lag > (one.delayed > 0 ? soon : long);
}
