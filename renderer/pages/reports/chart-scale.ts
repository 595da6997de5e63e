import type { StageSpread } from '#shared/queries/analytics.ts';

const steps = [1, 2, 5];

/** Round marks from nothing up to at least `highest`, at most five of them beside zero. */
export function marksUpTo(highest: number): number[] {
  if (!(highest > 0)) return [0, 1];
  let unit = 0.1;
  for (;;) {
    for (const step of steps) {
      const size = step * unit;
      const count = Math.ceil(highest / size - 1e-9);
      // Sums of tenths are not tenths: each mark is made anew.
      if (count <= 5) return Array.from({ length: count + 1 }, (_, at) => Math.round(at * size * 10) / 10);
    }
    unit *= 10;
  }
}

/** The slowest at p90 first; those told by too few cases to say anything come after all the others. */
export const rankedStages = (stages: readonly StageSpread[]): StageSpread[] =>
  [...stages].sort(
    (a, b) =>
      Number(b.spread.count >= enough) - Number(a.spread.count >= enough) || (b.spread.p90 ?? 0) - (a.spread.p90 ?? 0),
  );

/** Whether stages of few cases stand below others that have enough of them. */
export const hasFew = (stages: readonly StageSpread[]): boolean =>
  stages.some((one) => one.spread.count < enough) && stages.some((one) => one.spread.count >= enough);

/** So much longer than the middle stage, and told by so many cases, a stage is out of line. */
const far = 1.8;
const enough = 3;

/** Keys of the stages that keep one in ten much longer than the others do; the slowest of all is always among them. */
export function outliersOf(stages: readonly StageSpread[], slowest: string | null): Set<string> {
  const told = stages.filter((one) => one.spread.count >= enough && one.spread.p90 !== null);
  const sorted = told.map((one) => one.spread.p90 ?? 0).sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const out = told.filter((one) => middle > 0 && (one.spread.p90 ?? 0) >= far * middle).map((one) => one.key);
  return new Set(slowest === null ? out : [...out, slowest]);
}
