import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, type Started, start } from './harness.ts';

const data = dataFolder();
let opened: Started;

beforeAll(async () => {
  opened = await start(data.path);
  // The system's browser is the one part that must not run here: the test sees what would have been opened.
  await opened.app.evaluate(({ shell }) => {
    const links: string[] = [];
    Object.assign(globalThis, { links });
    shell.openExternal = async (link) => void links.push(link);
  });
});
afterAll(async () => {
  await opened.app.close();
  data.remove();
});

const openedLinks = () => opened.app.evaluate(() => (globalThis as unknown as { links: string[] }).links.splice(0));
const windowCount = () => opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
const pageContents = () =>
  opened.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()));

const inPage = (source: string) =>
  opened.app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    source,
  );

/** Does `action` in the page and waits until its policy has stopped it by this directive. */
async function stoppedBy(action: string, directive: string): Promise<void> {
  await opened.page.evaluate(
    async ([source, expected]) => {
      const stopped = new Promise<void>((done) => {
        const hear = (event: SecurityPolicyViolationEvent) => {
          if (event.effectiveDirective !== expected) return;
          document.removeEventListener('securitypolicyviolation', hear);
          done();
        };
        document.addEventListener('securitypolicyviolation', hear);
      });
      const actions: Record<string, () => void> = {
        frame: () =>
          document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })),
        script: () =>
          document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })),
        foreignScript: () =>
          document.body.append(Object.assign(document.createElement('script'), { src: 'https://example.com/a.js' })),
        style: () =>
          document.head.append(
            Object.assign(document.createElement('style'), { textContent: 'body { opacity: 0.5 }' }),
          ),
        image: () => document.body.append(Object.assign(new Image(), { src: 'https://example.com/a.png' })),
        fetch: () => void fetch('https://example.com/').catch(() => undefined),
        socket: () => void new WebSocket('wss://example.com/'),
        worker: () => void new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }))),
        object: () =>
          document.body.append(Object.assign(document.createElement('object'), { data: 'https://example.com/' })),
        form: () => {
          const form = Object.assign(document.createElement('form'), {
            action: 'https://example.com/',
            method: 'post',
          });
          document.body.append(form);
          form.submit();
        },
      };
      try {
        actions[source as string]?.();
      } catch {
        // Some are refused by an exception as well.
      }
      await stopped;
    },
    [action, directive],
  );
}

describe('the content policy stops', () => {
  it.each([
    ['frame', 'frame-src'],
    ['script', 'script-src-elem'],
    ['foreignScript', 'script-src-elem'],
    ['style', 'style-src-elem'],
    ['image', 'img-src'],
    ['fetch', 'connect-src'],
    ['socket', 'connect-src'],
    ['worker', 'worker-src'],
    ['object', 'object-src'],
    ['form', 'form-action'],
  ])('%s', async (action, directive) => {
    await stoppedBy(action, directive);
    expect(await opened.page.evaluate(() => 'ran' in window)).toBe(false);
  });

  it('code made of text', async () => {
    // The debugger's own evaluation may make code of text; a timer runs as the page does.
    const outcome = await opened.page.evaluate(
      () =>
        new Promise((done) => {
          setTimeout(() => {
            try {
              done(Reflect.construct(Function, ['return 1'])());
            } catch (error) {
              done((error as Error).name);
            }
          });
        }),
    );
    expect(outcome).toBe('EvalError');
  });
});

describe('going elsewhere is refused', () => {
  it.each(['https://example.com/', 'http://example.com/', 'file:///etc/passwd', 'data:text/html,<p>x', 'app://other/'])(
    'location = %s',
    async (address) => {
      // Asked through the window itself: the test's own debugger would wait for a page that never comes.
      const ran = await inPage(`new Promise((done) => {
        location.href = ${JSON.stringify(address)};
        setTimeout(() => done(location.origin + ' ' + typeof window.opora), 50);
      })`);
      expect(ran).toBe('app://opora object');
      expect(await openedLinks()).toEqual(address.startsWith('https:') ? [address] : []);
    },
  );

  it.each([
    ['https://example.com/a', ['https://example.com/a']],
    ['mailto:anna@example.com', ['mailto:anna@example.com']],
    ['http://example.com/', []],
    ['https://user:secret@example.com/', []],
    ['file:///etc/passwd', []],
    ['javascript:alert(1)', []],
    ['smb://server/share', []],
    ['opora://document/1', []],
    ['app://opora/', []],
    ['about:blank', []],
  ])('window.open(%s)', async (address, links) => {
    expect(await opened.page.evaluate((target) => window.open(target) === null, address)).toBe(true);
    expect(await windowCount()).toBe(1);
    expect(await openedLinks()).toEqual(links);
  });

  it('a web view', async () => {
    await opened.page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://example.com/');
      document.body.append(view);
    });
    expect(await pageContents()).toHaveLength(1);
  });

  it('a page inside a frame', async () => {
    const asked = await opened.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = frame.contentWindow as Window & { opora?: unknown };
      const bridge = typeof inner.opora;
      inner.location.href = 'app://opora/';
      await new Promise((done) => setTimeout(done));
      return { bridge, address: frame.contentWindow?.location.href };
    });
    expect(asked).toEqual({ bridge: 'undefined', address: 'about:blank' });
  });
});

describe('permissions', () => {
  it.each(['geolocation', 'camera', 'microphone', 'clipboard-read', 'midi', 'accelerometer'])('%s', async (name) => {
    const state = await opened.page.evaluate(async (asked) => {
      const status = await navigator.permissions.query({ name: asked as PermissionName });
      return status.state;
    }, name);
    expect(state).toBe('denied');
  });

  it('asking for them is refused too', async () => {
    const answers = await opened.page.evaluate(async () => {
      const nameOf = (error: unknown) =>
        (error as { name?: string; code?: number }).name ?? String((error as { code: number }).code);
      const position = new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('given'),
          (error) => done(error.code),
        ),
      );
      return {
        position: await position,
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', nameOf),
        screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'given', nameOf),
        read: await navigator.clipboard.readText().then(() => 'given', nameOf),
      };
    });
    expect(answers.position).toBe(1);
    expect([answers.camera, answers.screen, answers.read]).not.toContain('given');
  });

  it('our own page may show notices: the person chooses them in the settings', async () => {
    expect(await opened.page.evaluate(() => Notification.requestPermission())).toBe('granted');
  });

  it('copying text works: it is what people do with an ИНН', async () => {
    // A display without a window manager focuses nothing by itself.
    const debug = await opened.page.context().newCDPSession(opened.page);
    await debug.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    expect(
      await opened.page.evaluate(() => navigator.clipboard.writeText('7707083893').then(() => 'copied', String)),
    ).toBe('copied');
    expect(await opened.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('7707083893');
  });
});

describe('files outside the renderer', () => {
  it.each(['/..%2fprogram%2fmain.cjs', '/%2e%2e%2f%2e%2e%2fpackage.json', '/assets/..%5c..%5cx.js'])(
    '%s',
    async (path) => {
      const status = await opened.page.evaluate(async (asked) => (await fetch(asked)).status, path);
      expect(status).toBe(400);
    },
  );

  it('only reading is served, and only of the own host', async () => {
    const statuses = await opened.app.evaluate(async ({ net }) => {
      const ask = async (address: string, method: string) => (await net.fetch(address, { method })).status;
      return [
        await ask('app://opora/', 'GET'),
        await ask('app://opora/', 'POST'),
        await ask('app://other/index.html', 'GET'),
      ];
    });
    expect(statuses).toEqual([200, 400, 400]);
  });
});
