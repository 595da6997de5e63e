import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { endChild, lineOf, startNode } from '#build/start/children.ts';
import { ensureBuilt } from '#build/targets.ts';
import { launchArguments, provideBrowser } from '#tests/e2e/support/browser.ts';
import type { BenchOptions } from './bench.ts';
import { benchCompany, copyProfile } from './support-company.ts';

const root = join(import.meta.dirname, '..', '..');

/** A browser that is open before anything is measured, with a blank page. */
async function openBrowser(say: (line: string) => void): Promise<{ browser: Browser; page: Page }> {
  await ensureBuilt(['renderer', 'host'], say);
  const browser = await chromium.launch({ executablePath: provideBrowser(say), args: [...launchArguments] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ru-RU' });
  return { browser, page: await context.newPage() };
}

interface BenchWindow {
  page: Page;
  /** Starts the program on the copy. */
  start(): Promise<RunningHost>;
  /** Closes the browser and throws the copy away. */
  end(): Promise<void>;
}

/** An open browser beside a copy of the company, on which the program has not been started yet. */
export async function openWindow({ documents, say }: BenchOptions): Promise<BenchWindow> {
  const company = await benchCompany(documents, say);
  const { browser, page } = await openBrowser(say);
  const copy = copyProfile(company);
  const data = join(dirname(copy.profileDir), `${Date.now()}`);
  mkdirSync(join(data, 'profiles'), { recursive: true });
  renameSync(copy.profileDir, join(data, 'profiles', 'bench'));
  return {
    page,
    start: () => startHost(data, 'bench'),
    end: async () => {
      await browser.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

interface RunningHost {
  process: ChildProcess;
  address: string;
  close(): Promise<void>;
}

/** The built program on a copied profile without a centre; the person is signed in. `data` is the parent of `profiles/NAME`. */
async function startHost(data: string, profile: string): Promise<RunningHost> {
  const words = [`--profile=${profile}`, `--data=${data}`, '--demo'];
  const host = startNode([join(root, 'out/host/browser-host.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const address = await lineOf(
    host,
    (line) => /^ready (http:\/\/\S+)$/.exec(line)?.[1],
    () => {},
  );
  return { process: host, address, close: () => endChild(host, 5_000) };
}

/** Waits until the register shows its rows. */
export async function untilUsable(page: Page): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(5).waitFor({ state: 'visible', timeout: 60_000 });
}

/** Proportional set size of a process in megabytes (Linux). */
export function proportionalSize(pid: number): number {
  const line = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Math.round((Number(line?.[1] ?? Number.NaN) / 1_024) * 10) / 10;
}
