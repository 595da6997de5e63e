import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '#build/find-browser.ts';

/**
 * Opens the address as a window of its own where a Chromium is found (its process is returned: it ends with the window),
 * else in the person's default browser.
 */
export function openBrowser(
  address: string,
  profileDir: string,
  language: string | undefined,
): ChildProcess | undefined {
  const browser = findBrowser();
  if (browser) {
    const words = [
      `--app=${address}`,
      `--user-data-dir=${join(profileDir, 'browser')}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-sync',
      '--disable-features=Translate',
      '--window-size=1440,900',
      ...(language === undefined ? [] : [`--lang=${language}`]),
      // Chromium refuses its sandbox to root, and warns about that unless it is told of a test.
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ];
    return spawn(browser, words, { stdio: 'ignore' });
  }
  const [command, ...words] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  const opener = spawn(command ?? 'xdg-open', words, { stdio: 'ignore', detached: true });
  opener.on('error', () => console.log(`No browser was found; open ${address}`));
  opener.unref();
  return undefined;
}
