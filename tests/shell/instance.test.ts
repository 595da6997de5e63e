import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, heardBy, listen, type Started, start, startAgain } from './harness.ts';

const data = dataFolder();
const document = '0190a1b2-0000-7000-8000-00000000000a';
let opened: Started;

beforeAll(async () => {
  opened = await start(data.path);
  await listen(opened.page);
});
afterAll(async () => {
  await opened.app.close();
  data.remove();
});

const windowOf = (started: Started) =>
  started.app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    return { count: windows.length, minimized: windows[0]?.isMinimized(), visible: windows[0]?.isVisible() };
  });

describe('a second start of the same profile', () => {
  it('leaves at once and brings the first window back', async () => {
    await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await startAgain(data.path, ['--demo'])).toBe(0);
    await expect.poll(() => windowOf(opened)).toEqual({ count: 1, minimized: false, visible: true });
  });

  it('hands over the link it was started with', async () => {
    expect(await startAgain(data.path, ['--demo', `opora://document/${document}`])).toBe(0);
    await expect.poll(() => heardBy(opened.page)).toContainEqual({ type: 'navigate', to: `/documents/${document}` });
  });

  it('hands over files, and only those that exist; other links open nothing', async () => {
    const folder = join(data.path, 'папка со счетами');
    mkdirSync(folder);
    const file = join(folder, 'выписка за май.txt');
    writeFileSync(file, '1CClientBankExchange');
    const before = (await heardBy(opened.page)).filter((event) => event.type === 'navigate').length;
    const words = ['--demo', 'opora://settings/reset', 'https://example.com/', join(folder, 'нет.txt'), folder, file];
    expect(await startAgain(data.path, words)).toBe(0);
    await expect.poll(() => heardBy(opened.page)).toContainEqual({ type: 'files-dropped', paths: [file] });
    expect((await heardBy(opened.page)).filter((event) => event.type === 'navigate')).toHaveLength(before);
  });
});

it('another profile runs beside the first one', async () => {
  const kazan = await start(data.path, ['--demo', '--profile=казань']);
  try {
    expect(await kazan.page.evaluate(() => window.opora.host.profile)).toBe('казань');
    expect(await windowOf(opened)).toMatchObject({ count: 1 });
  } finally {
    await kazan.app.close();
  }
});

it('a link that the program is started with is told to the page, once, when it has loaded', async () => {
  const omsk = await start(data.path, ['--demo', '--profile=omsk', `opora://document/${document}`]);
  try {
    const told = () => omsk.app.evaluate(() => (globalThis as unknown as { told: [string, { type: string }][] }).told);
    const navigations = async () => (await told()).filter(([, event]) => event.type === 'navigate');
    await expect.poll(navigations).toEqual([['opora:event', { type: 'navigate', to: `/documents/${document}` }]]);
    await omsk.page.reload();
    expect(await navigations()).toHaveLength(1);
  } finally {
    await omsk.app.close();
  }
});

it('a wrong command line ends with a code and opens nothing', async () => {
  expect(await startAgain(data.path, ['--profile=../../etc'])).toBe(2);
  expect(existsSync(join(data.path, '../etc'))).toBe(false);
});

describe('the end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s closes the core and saves the place of the window', async (signal) => {
    const profile = `end-${signal.toLowerCase()}`;
    const ending = await start(data.path, ['--demo', `--profile=${profile}`]);
    const child = ending.app.process();
    const ended = new Promise<string>((done) => child.once('exit', (code, by) => done(`${code} ${by}`)));
    child.kill(signal);
    const how = await ended;
    // Electron 25 under Xvfb often crashes while it takes its window down. Ours is done by then, whatever becomes of it.
    expect(existsSync(join(data.path, 'profiles', profile, 'core-closed'))).toBe(true);
    expect(existsSync(join(data.path, 'profiles', profile, 'window.json'))).toBe(true);
    expect(['0 null', 'null SIGSEGV']).toContain(how);
  });
});
