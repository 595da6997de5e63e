import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleStation } from '#tests/durability/bundle-station.ts';
import { killAgainAndAgain } from '#tests/durability/kills.ts';
import { cutAgainAndAgain } from '#tests/durability/power-cuts.ts';
import { compileRecorder } from '#tests/durability/recording.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '0' },
    'power-cuts': { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(fastFolder(), 'opora-durability-'));
const began = performance.now();
const seconds = (): number => Math.round((performance.now() - began) / 100) / 10;
try {
  const program = await bundleStation(folder);
  if (Number(values.kills) > 0) {
    const { failures, ...counts } = await killAgainAndAgain(program, folder, Number(values.kills), Number(values.seed));
    tell(failures);
    console.log(JSON.stringify({ ...counts, failed: failures.length, seconds: seconds() }));
  }
  const cuts = Number(values['power-cuts']);
  const recorder = cuts > 0 ? compileRecorder(folder) : null;
  if (recorder !== null) {
    const { failures, ...counts } = cutAgainAndAgain({ program, recorder, folder }, cuts, Number(values.seed));
    tell(failures);
    console.log(JSON.stringify({ ...counts, failed: failures.length, seconds: seconds() }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tell(failures: readonly unknown[]): void {
  for (const failure of failures.slice(0, 5)) console.error(JSON.stringify(failure, null, 1));
  if (failures.length > 0) process.exitCode = 1;
}

/** Neither a kill nor a simulated power cut needs a real disk under it: memory is as good, and spares the disk of those who wait. */
function fastFolder(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    return memory;
  } catch {
    return tmpdir();
  }
}
