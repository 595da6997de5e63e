import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startJobs } from '#electron/core/worker/jobs-call.ts';
import { longContract, nextVersion, writeLongContract } from '#tests/fixtures/docx/long-contract.ts';
import type { BenchOptions, BenchResult } from './bench.ts';
import { rounded } from './support-rows.ts';

const goal = { milliseconds: 2_000, longestPause: 50 };
const pages = 100;
const rounds = 5;

/** Two versions of a contract of a hundred pages: reading both files, comparing, the answer in the asking thread; and how long that thread stood still. */
export async function run({ say }: BenchOptions): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'opora-bench-redline-'));
  const clauses = longContract(pages);
  const [left, right] = [join(folder, '1.docx'), join(folder, '2.docx')];
  writeFileSync(left, writeLongContract(clauses));
  writeFileSync(right, writeLongContract(nextVersion(clauses)));
  const jobs = startJobs();
  const times: number[] = [];
  const pauses: number[] = [];
  let counts = {};
  for (let round = 0; round < rounds; round += 1) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now();
    const redline = await jobs.call('compare', { left, right });
    times.push(performance.now() - began);
    delay.disable();
    pauses.push(delay.max / 1e6);
    counts = { blocks: redline.left.blocks, changes: redline.changes, ...redline.counts };
    // Each round as the first one of a day: the thread and its libraries are started anew.
    await jobs.stop();
    say(`${Math.round(times.at(-1) ?? 0)} ms, of it in the thread ${redline.milliseconds} ms`);
  }
  rmSync(folder, { recursive: true });
  const value = { milliseconds: rounded(Math.max(...times)), longestPause: rounded(Math.max(...pauses)) };
  const ok = value.milliseconds <= goal.milliseconds && value.longestPause <= goal.longestPause;
  return { name: 'redline', goal, value, ok, pages, ...counts };
}
