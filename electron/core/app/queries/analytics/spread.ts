import type { Spread } from '#shared/queries/analytics.ts';

const nothing: Spread = { count: 0, mean: null, median: null, p90: null };

/** How values lie: the median is the middle one or the mean of the two middle ones, p90 the nearest rank. Exact: nothing is estimated. */
export function spreadOf(values: readonly number[]): Spread {
  const count = values.length;
  if (count === 0) return nothing;
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  for (const value of sorted) sum += value;
  const at = (index: number): number => sorted[index] as number;
  const half = count >> 1;
  const median = count % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return { count, mean: sum / count, median, p90: at(Math.ceil(count * 0.9) - 1) };
}

const share = 0.1;
const most = 50;

/** Ids of the slowest tenth, the slowest first, at most fifty. */
export function slowestOf(ids: readonly string[], minutes: readonly number[]): string[] {
  const order = Uint32Array.from(ids, (_, index) => index);
  const value = (index: number): number => minutes[index] ?? 0;
  order.sort((one, other) => value(other) - value(one) || ((ids[one] ?? '') < (ids[other] ?? '') ? -1 : 1));
  const wanted = Math.min(most, Math.ceil(ids.length * share));
  return [...order.subarray(0, wanted)].map((index) => ids[index] ?? '');
}
