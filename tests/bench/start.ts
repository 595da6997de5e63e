import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BenchOptions, BenchResult } from './bench.ts';
import { benchCompany, copyProfile } from './support-company.ts';
import { load } from './support-load.ts';
import { percentile, rounded } from './support-rows.ts';
import { openBrowser, startHost, untilUsable } from './support-window.ts';

const goal = 1_500;
const starts = 6;

/** From the start of the program's process until the register stands in a browser that is open already; the first start warms the disk. */
export async function run({ documents, say }: BenchOptions): Promise<BenchResult> {
  const company = await benchCompany(documents, say);
  const { browser, page } = await openBrowser(say);
  const copy = copyProfile(company);
  const data = join(dirname(copy.profileDir), `${Date.now()}`);
  mkdirSync(join(data, 'profiles'), { recursive: true });
  renameSync(copy.profileDir, join(data, 'profiles', 'bench'));
  const [answers, usable]: [number[], number[]] = [[], []];
  for (let n = 0; n <= starts; n += 1) {
    await page.goto('about:blank');
    const began = performance.now();
    const host = await startHost(data, 'bench');
    const answered = performance.now() - began;
    await page.goto(host.address, { waitUntil: 'commit' });
    await untilUsable(page);
    const took = performance.now() - began;
    await host.close();
    if (n === 0) continue;
    answers.push(answered);
    usable.push(took);
  }
  await browser.close();
  rmSync(data, { recursive: true, force: true });
  const value = rounded(percentile(usable, 0.5));
  return {
    name: 'start',
    goal,
    value,
    ok: value <= goal,
    documents,
    answersAfter: rounded(percentile(answers, 0.5)),
    fastest: rounded(Math.min(...usable)),
    all: usable.map(rounded),
    load: load(),
  };
}
