import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program } from './build-program.ts';
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

const call = (channel: string, payload: unknown) =>
  opened.page.evaluate(([name, value]) => window.opora.call(name as string, value), [channel, payload]);

/** What a page at `address`, given our preload by some mistake, hears when it calls. */
async function callFrom(address: string): Promise<unknown> {
  return opened.app.evaluate(
    async ({ BrowserWindow }, { preload, target }) => {
      const host = encodeURIComponent(JSON.stringify({ kind: 'electron' }));
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, additionalArguments: [`--opora-host=${host}`] },
      });
      await window.loadURL(target);
      const answer: unknown = await window.webContents.executeJavaScript("window.opora.call('settings.read', {})");
      window.destroy();
      return answer;
    },
    { preload: join(program, 'preload.cjs'), target: address },
  );
}

describe('a command', () => {
  it('goes through to the core and comes back', async () => {
    const patch = {
      'window.note': 'ООО «Опора» — «ёлка»',
      columns: [1, null, true],
      nested: { amount: 12_345_678_901 },
    };
    expect(await call('settings.write', { patch })).toMatchObject({ ok: true, value: patch });
    expect(await call('settings.read', {})).toMatchObject({ ok: true, value: patch });
  });

  it('reaches the core itself: what it refuses comes back as its code', async () => {
    expect(await call('command.run', { name: 'document.create', args: {} })).toMatchObject({
      ok: false,
      error: { code: 'UNAUTHENTICATED' },
    });
    expect(await call('no.such', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_COMMAND' } });
    expect(await call('settings.write', { patch: 1 })).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  });

  it.each([
    ['no such shape', 'MALFORMED'],
    ['../etc/passwd', 'MALFORMED'],
    ['', 'MALFORMED'],
    ['__proto__', 'MALFORMED'],
  ])('on a channel called "%s" is refused', async (channel, code) => {
    expect(await call(channel, {})).toEqual({ ok: false, error: { code } });
  });

  it('that is too large or no plain data is refused before the core sees it', async () => {
    const answers = await opened.page.evaluate(async () => {
      const deep: unknown[] = [];
      for (let n = 0, inner = deep; n < 100; n += 1) {
        const next: unknown[] = [];
        inner.push(next);
        inner = next;
      }
      return Promise.all([
        window.opora.call('settings.read', 'x'.repeat(17 * 1024 * 1024)),
        window.opora.call('settings.read', deep),
        window.opora.call('settings.read', { when: new Date(0) }),
        window.opora.call('settings.read', new Map([['a', 1]])),
      ]);
    });
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(codes).toEqual(['LIMIT', 'LIMIT', 'MALFORMED', 'MALFORMED']);
  });
});

describe('the sender', () => {
  it.each(['data:text/html,<p>other', 'app://opora/'])(
    'in a window the shell did not open is refused: %s',
    async (address) => {
      expect(await callFrom(address)).toEqual({ ok: false, error: { code: 'DENIED' } });
    },
  );
});

it('what a person asked for waits in the preload for the first listener; what a page reads by itself does not', async () => {
  const heard = await opened.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const host = encodeURIComponent(JSON.stringify({ kind: 'electron' }));
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, additionalArguments: [`--opora-host=${host}`] },
      });
      await window.loadURL('data:text/html,<p>');
      window.webContents.send('opora:event', { type: 'navigate', to: '/a' });
      window.webContents.send('opora:event', { type: 'session' });
      const events: unknown = await window.webContents.executeJavaScript(
        'new Promise((done) => { const all = []; window.opora.on((event) => all.push(event)); setTimeout(() => done(all), 50); })',
      );
      window.destroy();
      return events;
    },
    join(program, 'preload.cjs'),
  );
  expect(heard).toEqual([{ type: 'navigate', to: '/a' }]);
});
