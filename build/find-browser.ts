import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const commands = [
  ...[
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  ...['yandex-browser', 'brave-browser'],
];

/** Path of a Chrome, Chromium, Edge or Playwright's Chromium on this machine; OPORA_BROWSER names another. Undefined when there is none. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment['OPORA_BROWSER'];
  if (named && existsSync(named)) return named;
  return [...onPath(environment), ...installed(environment), ...playwrights(environment)].find((path) =>
    existsSync(path),
  );
}

function onPath(environment: NodeJS.ProcessEnv): string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function installed(environment: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform !== 'win32') return [];
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => environment[name] ?? '')
    .filter(Boolean);
  const programs = [
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'Chromium/Application/chrome.exe',
  ];
  return roots.flatMap((root) => programs.map((program) => join(root, program)));
}

function playwrights(environment: NodeJS.ProcessEnv): string[] {
  const cache =
    environment['PLAYWRIGHT_BROWSERS_PATH'] ??
    (process.platform === 'win32'
      ? join(environment['LOCALAPPDATA'] ?? '', 'ms-playwright')
      : join(homedir(), process.platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright'));
  if (!existsSync(cache)) return [];
  const programs = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-win64/chrome.exe', 'chrome-win/chrome.exe'];
  const folders = readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse();
  return folders.flatMap((folder) => programs.map((program) => join(cache, folder, program)));
}
