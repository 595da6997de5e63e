import { parentPort, workerData } from 'node:worker_threads';
import { runPartition } from '#tests/simulation/partitions.ts';
import { runSeedTwice, type SeedResult } from '#tests/simulation/run-seed.ts';

const { from, to, step, partitions } = workerData as { from: number; to: number; step: number; partitions: boolean };
const failures: SeedResult[] = [];
const scenarios = new Map<number, number>();
let seeds = 0;
for (let seed = from; seed < to; seed += step) {
  const result = await (partitions ? runPartition(seed) : runSeedTwice(seed));
  seeds += 1;
  for (const n of result.met) scenarios.set(n, (scenarios.get(n) ?? 0) + 1);
  if (result.stuck || result.divergences.length > 0 || result.lost.length > 0) failures.push(result);
}
parentPort?.postMessage({ seeds, failures, scenarios });
