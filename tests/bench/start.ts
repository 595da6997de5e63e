import type { BenchOptions, BenchResult } from './bench.ts';
import { load } from './support-load.ts';
import { percentile, rounded } from './support-rows.ts';
import { openWindow, untilUsable } from './support-window.ts';

const goal = 1_500;
const starts = 6;

/** From the start of the program's process until the register stands in a browser that is open already; the first start warms the disk. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const { page, start, end } = await openWindow(options);
  const [answers, usable]: [number[], number[]] = [[], []];
  for (let n = 0; n <= starts; n += 1) {
    await page.goto('about:blank');
    const began = performance.now();
    const host = await start();
    const answered = performance.now() - began;
    await page.goto(host.address, { waitUntil: 'commit' });
    await untilUsable(page);
    const took = performance.now() - began;
    await host.close();
    if (n === 0) continue;
    answers.push(answered);
    usable.push(took);
  }
  await end();
  const value = rounded(percentile(usable, 0.5));
  return {
    name: 'start',
    goal,
    value,
    ok: value <= goal,
    documents: options.documents,
    answersAfter: rounded(percentile(answers, 0.5)),
    fastest: rounded(Math.min(...usable)),
    all: usable.map(rounded),
    load: load(),
  };
}
