import type { Page } from '@playwright/test';
import type { BenchOptions, BenchResult } from './bench.ts';
import { load } from './support-load.ts';
import { percentile, rounded } from './support-rows.ts';
import { openWindow, untilUsable } from './support-window.ts';

/** Milliseconds from the movement of the scroll bar to rows with their words on the screen. */
const goal = 100;
const jumps = 60;

/** Jumps anywhere in the register of all documents in a browser, each to rows that were never seen before. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const { page, start, end } = await openWindow(options);
  const host = await start();
  await page.goto(host.address);
  await untilUsable(page);
  // The last of the standing tabs holds everything.
  await page.getByRole('tab', { name: /^Все/ }).click();
  await page.locator('[aria-busy="false"] [role="grid"]').waitFor();
  const lines = await page.evaluate(() => document.querySelector('.ag-grid-viewport')?.scrollHeight ?? 0);
  const far = await jumpsThrough(page);
  await page.getByRole('columnheader', { name: 'Содержание' }).getByRole('button').click();
  await page.locator('[aria-busy="false"] [role="grid"]').waitFor();
  const sorted = await jumpsThrough(page);
  await host.close();
  await end();
  const all = [...far, ...sorted];
  const value = rounded(percentile(all, 0.95));
  return {
    name: 'scroll',
    goal,
    value,
    ok: value <= goal,
    documents: options.documents,
    lines: Math.round(lines / 32),
    p50: rounded(percentile(all, 0.5)),
    most: rounded(Math.max(...all)),
    middle: rounded(far[0] ?? Number.NaN),
    end: rounded(far[1] ?? Number.NaN),
    load: load(),
  };
}

/** The middle, the end, then places spread over the whole by the golden section, which never come close to one another. */
async function jumpsThrough(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < jumps; n += 1) {
    const share = n === 0 ? 0.5 : n === 1 ? 1 : (n * 0.618_034) % 1;
    times.push(await page.evaluate(jump, share));
  }
  return times;
}

/** Runs in the page: moves the scroll bar and waits for the frame in which every row in view has its words. */
async function jump(share: number): Promise<number> {
  const body = document.querySelector('.ag-grid-viewport') as HTMLElement;
  const began = performance.now();
  body.scrollTop = share * (body.scrollHeight - body.clientHeight);
  const painted = (): boolean => {
    const head = body.querySelector('.ag-header')?.clientHeight ?? 0;
    const { top, bottom } = body.getBoundingClientRect();
    const rows = [...body.querySelectorAll('.ag-row')].filter((row) => {
      const place = row.getBoundingClientRect();
      return place.bottom > top + head + 1 && place.top < bottom - 1;
    });
    const wanted = Math.floor((body.clientHeight - head) / (rows[0]?.clientHeight || 32));
    // A line whose row has not come has no cells.
    return rows.length >= wanted && rows.every((row) => row.querySelector('[col-id="date"]')?.textContent);
  };
  return new Promise((resolve) => {
    const look = (): void => {
      if (painted()) requestAnimationFrame(() => resolve(performance.now() - began));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
