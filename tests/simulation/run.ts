import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { SeedResult } from '#tests/simulation/run-seed.ts';
import { scenarioNumbers } from '#tests/simulation/tally.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
interface Part {
  seeds: number;
  failures: SeedResult[];
  /** In how many histories each scenario was met. */
  scenarios: Map<number, number>;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const from = Number(values.from);
const to = from + Number(values.seeds);
const threads = Math.max(1, Math.min(availableParallelism(), 8));
const startedAt = performance.now();

const parts = await Promise.all(Array.from({ length: threads }, (_, n) => runPart(from + n)));
const failures = parts.flatMap((part) => part.failures);
const summary = {
  seeds: sum(parts.map((part) => part.seeds)),
  divergences: failures.filter((one) => one.divergences.length > 0).length,
  lost: failures.filter((one) => one.lost.length > 0).length,
  stuck: failures.filter((one) => one.stuck !== null).length,
  scenarios: Object.fromEntries(scenarioNumbers.map((n) => [n, sum(parts.map((part) => part.scenarios.get(n) ?? 0))])),
  seconds: Math.round((performance.now() - startedAt) / 100) / 10,
};
for (const failure of failures.slice(0, 5)) console.error(JSON.stringify(failure, null, 1));
if (!values.json) console.log(`simulation: ${summary.seeds} seeds, ${failures.length} failed, ${summary.seconds} s`);
console.log(JSON.stringify(summary));
process.exitCode = failures.length > 0 ? 1 : 0;

function runPart(first: number): Promise<Part> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seeds-worker.ts', import.meta.url), {
      workerData: { from: first, to, step: threads },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
