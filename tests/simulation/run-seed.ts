import { examine, fingerprint } from '#tests/simulation/invariants.ts';
import { World } from '#tests/simulation/world.ts';

export interface SeedResult {
  seed: number;
  divergences: string[];
  lost: string[];
  stuck: string | null;
  fingerprint: string;
}

/** One history from its seed: things happen, then quiet comes, then the books are examined. */
export async function runSeed(seed: number): Promise<SeedResult> {
  const world = new World(seed);
  const result: SeedResult = { seed, divergences: [], lost: [], stuck: null, fingerprint: '' };
  try {
    await world.found();
    const steps = 30 + world.chance.below(100);
    for (let n = 0; n < steps; n += 1) await world.step();
    await world.quiet();
    const findings = await examine(world);
    Object.assign(result, findings, { fingerprint: fingerprint(world) });
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
  const second = await runSeed(seed);
  if (first.fingerprint !== second.fingerprint) first.divergences.push('two runs of the seed differ');
  return first;
}
