import { readdirSync, readFileSync } from 'node:fs';
import type { BenchOptions, BenchResult } from './bench.ts';
import { load } from './support-load.ts';
import { openWindow, proportionalSize, untilUsable } from './support-window.ts';

const goal = { core: 200, renderer: 200 };
/** Milliseconds after which the engine has certainly tidied up. */
const restWithin = 40_000;

/**
 * Proportional set size of the core's process and of the largest page process, after the register was opened and scrolled through and the
 * page has come to rest; `rendererWhileScrolling` counts what is garbage already.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const { page, start, end } = await openWindow(options);
  const blank = Math.max(...pageProcesses().map(proportionalSize));
  const host = await start();
  await page.goto(host.address);
  await untilUsable(page);
  const opened = proportionalSize(host.process.pid ?? 0);
  await page.getByRole('grid').hover();
  for (let n = 0; n < 40; n += 1) {
    await page.mouse.wheel(0, 3_000);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  const renderer = (): number => Math.max(...pageProcesses().map(proportionalSize));
  const scrolling = renderer();
  // What the page lets go while it scrolls the engine keeps until it has had nothing to do for a while, unless memory is short before.
  let resting = scrolling;
  for (const until = Date.now() + restWithin; Date.now() < until && resting > scrolling / 2; resting = renderer())
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  const value = { core: proportionalSize(host.process.pid ?? 0), renderer: resting };
  await host.close();
  await end();
  return {
    name: 'memory',
    goal,
    value,
    ok: value.core <= goal.core && value.renderer <= goal.renderer,
    unit: 'MB',
    documents: options.documents,
    coreAtStart: opened,
    rendererWhileScrolling: scrolling,
    blankPage: blank,
    load: load(),
  };
}

/** Processes of pages that our browser has started. */
function pageProcesses(): number[] {
  const parents = new Map<number, number>();
  const pages: number[] = [];
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      if (readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer')) pages.push(Number(name));
    } catch {
      // Ended while we looked.
    }
  }
  return pages.filter((pid) => {
    let above = pid;
    while (above > 1 && above !== process.pid) above = parents.get(above) ?? 0;
    return above === process.pid;
  });
}
