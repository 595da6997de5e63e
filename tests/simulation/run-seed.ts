import { examine, fingerprint } from '#tests/simulation/invariants.ts';
import { drawPlots } from '#tests/simulation/plots/draw-plots.ts';
import { World } from '#tests/simulation/world.ts';

export interface SeedResult {
  seed: number;
  divergences: string[];
  lost: string[];
  stuck: string | null;
  fingerprint: string;
  /** Scenarios of sync.md that it met. */
  met: number[];
}

/** One history from its seed: things happen, then quiet comes, then the books are examined. */
export async function runSeed(seed: number, examined = true): Promise<SeedResult> {
  const world = new World(seed);
  const result: SeedResult = { seed, divergences: [], lost: [], stuck: null, fingerprint: '', met: [] };
  try {
    await world.found();
    const steps = 12 + world.chance.below(42);
    await world.play(steps, drawPlots(world.chance));
    await world.quiet();
    if (world.devices.some((device) => device.kills > 0)) world.tally.met.add(3);
    if (examined) Object.assign(result, await examine(world));
    Object.assign(result, { fingerprint: fingerprint(world), met: [...world.tally.met] });
  } catch (error) {
    result.stuck = error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    for (const device of world.devices) {
      if (result.stuck) device.db.close();
      else device.close();
    }
  }
  return result;
}

/** The same seed twice must give the identical history; otherwise something outside the seed has a say. */
export async function runSeedTwice(seed: number): Promise<SeedResult> {
  const first = await runSeed(seed);
  const second = await runSeed(seed, false);
  if (first.fingerprint !== second.fingerprint) first.divergences.push('two runs of the seed differ');
  return first;
}
