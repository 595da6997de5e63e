import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import type { DesktopBridge } from '#electron/preload.ts';
import type { CoreEvent } from '#shared/ipc/bridge.ts';
import { program, rendererFolder } from './build-program.ts';

declare global {
  /** What the preload script gives the page; the desktop's windows always have it. */
  var opora: DesktopBridge;
}

const root = resolve(import.meta.dirname, '../..');

export interface Started {
  app: ElectronApplication;
  page: Page;
  /** Everything the page's console said; a violation of the content policy is said there. */
  said: string[];
}

/** A folder for profiles that is gone when the test file ends. */
export function dataFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'opora-shell-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Executable, arguments and environment of one start of `main` on the profiles in `data`. */
function startLine(data: string, words: string[] = ['--demo'], main = join(program, 'main.cjs')) {
  const setting = {
    node: process.execPath,
    coreProcess: join(root, 'tests/shell/core-process.ts'),
    rendererFolder,
    icon: join(root, 'build/icons/256x256.png'),
  };
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: process.env['OPORA_ELECTRON'] ?? '',
    args: [main, ...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', `--data=${data}`, ...words],
    env: { ...(process.env as Record<string, string>), OPORA_SHELL_TEST: JSON.stringify(setting) },
  };
}

/** Starts the program and waits until its page has loaded. */
export async function start(data: string, words?: string[], main?: string): Promise<Started> {
  const app = await electron.launch(startLine(data, words, main));
  const said: string[] = [];
  app.context().on('console', (message) => said.push(message.text()));
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return { app, page, said };
}

/** Starts the program once more, as the system does for a link or a file, and waits until that process has left; its exit code. */
export function startAgain(data: string, words: string[]): Promise<number | null> {
  const { executablePath, args, env } = startLine(data, words);
  const child = spawn(executablePath, args, { env, stdio: 'ignore' });
  return new Promise((done) => child.once('exit', done));
}

/** Keeps every event that the core or the shell sends to the page from now on; read with `heardBy`. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: CoreEvent[] = [];
    Object.assign(window, { heard });
    window.opora.on((event) => heard.push(event));
  });
}

export function heardBy(page: Page): Promise<CoreEvent[]> {
  return page.evaluate(() => (window as unknown as { heard: CoreEvent[] }).heard);
}
