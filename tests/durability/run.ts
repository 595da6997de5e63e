import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleStation } from '#tests/durability/bundle-station.ts';
import type { Verdict } from '#tests/durability/check-profile.ts';
import { bundleCore, killCores } from '#tests/durability/core-kills.ts';
import { killAgainAndAgain } from '#tests/durability/kills.ts';
import { cutAgainAndAgain } from '#tests/durability/power-cuts.ts';
import { compileRecorder } from '#tests/durability/recording.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '0' },
    'power-cuts': { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    /** What is printed is JSON in any case. */
    json: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(fastFolder(), 'opora-durability-'));
const began = performance.now();
const seed = Number(values.seed);
try {
  const program = await bundleStation(folder);
  if (Number(values.kills) > 0) {
    // One in twenty is the whole program; the others open the same store and nothing else.
    const whole = Math.ceil(Number(values.kills) / 20);
    const { failures, ...counts } = await killAgainAndAgain(program, folder, Number(values.kills) - whole, seed);
    const cores = await killCores(await bundleCore(folder), folder, whole, seed);
    tell([...failures, ...cores.failures]);
    say({
      kills: counts.kills + cores.kills,
      ofWholePrograms: cores.kills,
      saved: counts.saved + cores.saved,
      ...wrongIn([...failures, ...cores.failures]),
    });
  }
  const cuts = Number(values['power-cuts']);
  const recorder = cuts > 0 ? compileRecorder(folder) : null;
  if (recorder !== null) {
    const { failures, cuts: powerCuts, ...counts } = cutAgainAndAgain({ program, recorder, folder }, cuts, seed);
    tell(failures);
    say({ powerCuts, ...counts, ...wrongIn(failures) });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function say(figures: Record<string, unknown>): void {
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  console.log(JSON.stringify({ ...figures, seconds }));
}

/** Failures of which anything told was lost, of which the file was damaged, and others. */
function wrongIn(failures: readonly { verdict: Verdict | string }[]) {
  const has = (what: keyof Verdict): number =>
    failures.filter(({ verdict }) => typeof verdict !== 'string' && verdict[what].length > 0).length;
  return {
    lost: has('lost'),
    unjournalled: has('unjournalled'),
    half: has('half'),
    corrupt: has('corrupt'),
    failed: failures.length,
  };
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
