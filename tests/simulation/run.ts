import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { SeedResult } from '#tests/simulation/run-seed.ts';
import { scenarioNumbers } from '#tests/simulation/tally.ts';

// `npm run sim`: histories by seed (--seeds, --from), partition runs (--partitions, --from), or the same random commands on a
// workstation's store and on PostgreSQL (--state-hash).
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    partitions: { type: 'string' },
    'state-hash': { type: 'string' },
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

const startedAt = performance.now();
const seconds = (): number => Math.round((performance.now() - startedAt) / 100) / 10;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
if (values['state-hash']) await compareStates(Number(values['state-hash']));
else await playAll(Number(values.partitions ?? values.seeds), values.partitions !== undefined);

async function playAll(count: number, partitions: boolean): Promise<void> {
  const from = Number(values.from);
  const step = Math.max(1, Math.min(availableParallelism(), 8));
  const part = { to: from + count, step, partitions };
  const parts = await Promise.all(Array.from({ length: step }, (_, n) => runPart({ ...part, from: from + n })));
  const failures = parts.flatMap((one) => one.failures);
  const met = (n: number): number => sum(parts.map((one) => one.scenarios.get(n) ?? 0));
  const summary = {
    [partitions ? 'partitions' : 'seeds']: sum(parts.map((one) => one.seeds)),
    divergences: failures.filter((one) => one.divergences.length > 0).length,
    lost: failures.filter((one) => one.lost.length > 0).length,
    stuck: failures.filter((one) => one.stuck !== null).length,
    ...(partitions ? {} : { scenarios: Object.fromEntries(scenarioNumbers.map((n) => [n, met(n)])) }),
    seconds: seconds(),
  };
  for (const failure of failures.slice(0, 5)) console.error(JSON.stringify(failure, null, 1));
  if (!values.json) console.log(`simulation: ${count} from ${from}, ${failures.length} failed, ${summary.seconds} s`);
  console.log(JSON.stringify(summary));
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function runPart(workerData: object): Promise<Part> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seeds-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function compareStates(count: number): Promise<void> {
  // PostgreSQL is started for nothing else.
  const { stateHashes } = await import('#tests/conformance/state-hash-run.ts');
  const found = await stateHashes(count);
  console.log(JSON.stringify({ ...found, seconds: seconds() }));
  process.exitCode = found.equal ? 0 : 1;
}
