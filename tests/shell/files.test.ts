import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, type Started, start } from './harness.ts';

const data = dataFolder();
const dropped = join(data.path, 'акт № 12.txt');
const other = join(data.path, 'чужой.txt');
let opened: Started;

beforeAll(async () => {
  mkdirSync(data.path, { recursive: true });
  writeFileSync(dropped, 'текст акта');
  writeFileSync(other, 'секрет');
  opened = await start(data.path);
});
afterAll(async () => {
  await opened.app.close();
  data.remove();
});

const importFile = (path: string) =>
  opened.page.evaluate((handle) => window.opora.call('import.run', { files: [{ handle, name: 'x.txt' }] }), path);

/** Drops the file as the person's hand does, through the engine's own drag and drop. */
async function drop(path: string): Promise<void> {
  const debug = await opened.page.context().newCDPSession(opened.page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await debug.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
}

describe('a dropped file', () => {
  it('gives the page its path and does not replace the page', async () => {
    const address = opened.page.url();
    const path = opened.page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener('dragover', (event) => event.preventDefault());
          document.addEventListener(
            'drop',
            (event) => {
              event.preventDefault();
              const file = event.dataTransfer?.files[0];
              done(file ? window.opora.pathForFile(file) : 'no file');
            },
            { once: true, capture: true },
          );
        }),
    );
    await opened.page.evaluate(() => undefined);
    await drop(dropped);
    expect(await path).toBe(dropped);
    expect(new URL(opened.page.url()).pathname).toBe(new URL(address).pathname);
  });

  it('may be named in a call afterwards, a file that was not given may not', async () => {
    const [given, foreign] = [await importFile(dropped), await importFile(other)];
    expect(foreign).toEqual({ ok: false, error: { code: 'DENIED', details: { channel: 'import.run' } } });
    expect(given).not.toMatchObject({ ok: false, error: { code: 'DENIED' } });
  });

  it('made by a script has no path', async () => {
    expect(await opened.page.evaluate(() => window.opora.pathForFile(new File(['x'], '/etc/passwd')))).toBe('');
  });

  it('nobody handles is not opened as a page', async () => {
    const address = opened.page.url();
    await opened.page.reload();
    await drop(other);
    expect(await opened.page.evaluate(() => typeof window.opora)).toBe('object');
    expect(opened.page.url()).toBe(address);
  });
});

it('an unknown handle opens nothing', async () => {
  const ask = (path: string) => opened.page.evaluate(async (address) => (await fetch(address)).status, path);
  expect(await ask(`/files/file:${'A'.repeat(43)}`)).toBe(404);
  expect(await ask(`/files/${encodeURIComponent(other)}`)).toBe(404);
});
