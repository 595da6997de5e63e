import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenshots } from './build-program.ts';
import { dataFolder, type Started, start } from './harness.ts';

const data = dataFolder();
let opened: Started;

beforeAll(async () => {
  opened = await start(data.path);
});
afterAll(async () => {
  await opened.app.close();
  data.remove();
});

describe('the window', () => {
  it('opens on the application itself and shows it', async () => {
    expect(opened.page.url()).toMatch(/^app:\/\/opora\//);
    await expect.poll(() => opened.page.locator('#root').innerText()).toMatch(/[а-яё]{4}/i);
    expect(await opened.page.title()).toContain('Опора');
    const isVisible = () => opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(isVisible).toBe(true);
    await opened.page.screenshot({ path: join(screenshots, 'window.png') });
  });

  it('is isolated, sandboxed and without Node', async () => {
    const preferences = await opened.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
    });
    const seen = await opened.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(seen).toEqual([]);
  });

  it('gives the page the bridge and nothing else', async () => {
    const bridge = await opened.page.evaluate(() => ({
      names: Object.keys(window.opora).sort(),
      host: window.opora.host,
    }));
    expect(bridge.names).toEqual(['call', 'host', 'on', 'pathForFile']);
    expect(bridge.host).toMatchObject({ kind: 'electron', profile: 'main', demo: true, platform: process.platform });
  });

  it('has no system title bar or menu bar, and a smallest size', async () => {
    const { smallest, outer, inner } = await opened.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return { smallest: window?.getMinimumSize(), outer: window?.getBounds(), inner: window?.getContentBounds() };
    });
    expect(smallest).toEqual([960, 640]);
    expect(inner).toEqual(outer);
  });

  it('raised no complaint of its content policy', () => {
    expect(opened.said.filter((line) => /content security policy/i.test(line))).toEqual([]);
  });

  it('comes back when the process of its page is lost, and does not try for ever', async () => {
    const crash = () =>
      opened.app.evaluate(
        ({ BrowserWindow }) =>
          new Promise<string>((done) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents;
            const late = setTimeout(() => done('stays lost'), 2_000);
            contents?.once('did-finish-load', () => {
              clearTimeout(late);
              done('is back');
            });
            contents?.forcefullyCrashRenderer();
          }),
      );
    expect([await crash(), await crash(), await crash(), await crash()]).toEqual([
      'is back',
      'is back',
      'is back',
      'stays lost',
    ]);
  });

  it('remembers its place, and that it was maximised', async () => {
    const place = { x: 120, y: 90, width: 1100, height: 700 };
    await opened.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    );
    await opened.app.close();
    expect(JSON.parse(readFileSync(join(data.path, 'profiles/main/window.json'), 'utf8'))).toEqual({
      ...place,
      maximized: false,
    });
    opened = await start(data.path);
    expect(await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
      place,
    );
  });
});
