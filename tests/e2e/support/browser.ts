import { spawnSync } from 'node:child_process';
import { findBrowser } from '#build/find-browser.ts';

/** What Chromium needs to run under root, in a container, without a network of its own. */
export const launchArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** A browser on this machine, or one made available: Playwright's download, Debian's package as root. Throws one line that says what to install. */
export function provideBrowser(say: (line: string) => void): string {
  const found = findBrowser();
  if (found) return found;
  say('No Chrome, Chromium or Edge here: fetching one');
  spawnSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
  });
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    const options = {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    } as const;
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=240', '--no-install-recommends', 'chromium'],
      options,
    );
    const packaged = findBrowser();
    if (packaged) return packaged;
  }
  throw new Error(
    'No browser for the end-to-end tests: install Chrome, Chromium or Edge, or name one in OPORA_BROWSER.',
  );
}
