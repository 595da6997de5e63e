import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Core, CoreEvent, HostInfo } from '#shared/ipc/bridge.ts';
import { fileName } from './files.ts';
import { type BrowserHost, serveBrowserHost } from './serve.ts';

let folder: string;
let host: BrowserHost;
let publish: (event: CoreEvent) => void;
const calls: unknown[] = [];
const info: HostInfo = { kind: 'browser', profile: 'moscow', demo: true, platform: 'linux', version: '0.1.0' };

const core: Core = {
  async call(channel, payload) {
    calls.push({ channel, payload });
    if (channel === 'open')
      return { ok: true, value: { localPath: join(folder, 'profile', 'scan.txt'), name: 'скан.txt' } };
    return { ok: true, value: payload };
  },
  on(listener) {
    publish = listener;
    return () => undefined;
  },
  close: async () => undefined,
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-host-'));
  await mkdir(join(folder, 'renderer'));
  await mkdir(join(folder, 'profile'));
  await writeFile(join(folder, 'renderer', 'index.html'), '<meta name="style-nonce" nonce="__NONCE__">');
  await writeFile(join(folder, 'profile', 'scan.txt'), 'содержимое');
  calls.length = 0;
  host = await serveBrowserHost({
    core,
    host: info,
    rendererFolder: join(folder, 'renderer'),
    profileDir: join(folder, 'profile'),
    largestUpload: 1_000,
    report: () => undefined,
  });
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

interface Client {
  socket: WebSocket;
  next(): Promise<Record<string, unknown> | 'closed' | 'refused'>;
}

function connect(origin = `http://127.0.0.1:${host.port}`): Client {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}/bridge`, { headers: { origin } });
  const arrived: (Record<string, unknown> | 'closed' | 'refused')[] = [];
  let wake = (): void => undefined;
  const push = (item: Record<string, unknown> | 'closed' | 'refused'): void => {
    arrived.push(item);
    wake();
  };
  socket.on('message', (data) => push(JSON.parse(data.toString())));
  socket.on('close', () => push('closed'));
  socket.on('error', () => push('refused'));
  return {
    socket,
    async next() {
      while (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return arrived.shift() ?? 'closed';
    },
  };
}

async function opened(client: Client, token: string): Promise<Client> {
  await new Promise((resolve) => client.socket.once('open', resolve));
  client.socket.send(JSON.stringify({ t: 'auth', token }));
  return client;
}

/** `fetch` does not let a caller choose Host or Origin. */
function get(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; nonce: string; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: host.port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => (body += text));
      response.on('end', () => {
        const nonce = /'nonce-([^']+)'/.exec(String(response.headers['content-security-policy']))?.[1] ?? '';
        resolve({ status: response.statusCode ?? 0, nonce, body });
      });
    });
    request.on('error', reject).end();
  });
}

test('the page comes with its policy; the page and the header carry one nonce', async () => {
  const first = await get('/documents/7', {});
  expect(first.status).toBe(200);
  expect(first.nonce).not.toBe('');
  expect(first.body).toContain(`nonce="${first.nonce}"`);
  expect((await get('/', {})).nonce).not.toBe(first.nonce);
});

test.each([
  ['another name for loopback (DNS rebinding)', { host: 'evil.example' }],
  ['localhost by name', { host: 'localhost' }],
  ['a page of another site', { origin: 'https://evil.example' }],
  ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a script element of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
])('%s is refused', async (_name, headers: Record<string, string>) => {
  expect((await get('/', headers)).status).toBe(403);
});

test('nothing but reading is allowed on pages', async () => {
  expect((await get('/', {}, 'PUT')).status).toBe(405);
});

test('the token admits; calls are answered by their id and events arrive', async () => {
  const client = await opened(connect(), host.token);
  expect(await client.next()).toEqual({ t: 'ready', host: info });
  client.socket.send(JSON.stringify({ t: 'call', id: 7, channel: 'document.list', payload: { a: [1] } }));
  expect(await client.next()).toEqual({ t: 'reply', id: 7, reply: { ok: true, value: { a: [1] } } });
  publish({ type: 'changed', changes: [{ entity: 'document' }] });
  expect(await client.next()).toEqual({ t: 'event', event: { type: 'changed', changes: [{ entity: 'document' }] } });
  client.socket.close();
});

test.each([
  ['a wrong token', { t: 'auth', token: 'x' }],
  ['no token', { t: 'auth' }],
  ['a call before the token', { t: 'call', id: 1, channel: 'x', payload: null }],
])('%s is denied and nothing reaches the core', async (_name, message) => {
  const client = connect();
  await new Promise((resolve) => client.socket.once('open', resolve));
  client.socket.send(JSON.stringify(message));
  expect(await client.next()).toEqual({ t: 'denied' });
  expect(await client.next()).toBe('closed');
  expect(calls).toEqual([]);
});

test('a socket of another origin does not open', async () => {
  expect(await connect('https://evil.example').next()).toBe('refused');
});

test('an uploaded file reaches the core as a path in the profile, a file of the core is fetched by handle', async () => {
  const token = { 'x-opora-token': host.token };
  const address = `http://127.0.0.1:${host.port}/files`;
  const sent = await fetch(address, {
    method: 'POST',
    headers: { ...token, 'x-opora-file-name': encodeURIComponent('../Счёт №1.xml') },
    body: 'байты',
  });
  const { handle, name } = (await sent.json()) as { handle: string; name: string };
  expect(name).toBe('Счёт №1.xml');

  const client = await opened(connect(), host.token);
  await client.next();
  client.socket.send(JSON.stringify({ t: 'call', id: 1, channel: 'import.start', payload: { files: [handle] } }));
  await client.next();
  const path = (calls[0] as { payload: { files: [string] } }).payload.files[0];
  expect(path.startsWith(join(folder, 'profile', 'incoming'))).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('байты');

  client.socket.send(JSON.stringify({ t: 'call', id: 2, channel: 'open', payload: null }));
  const answer = (await client.next()) as { reply: { value: { handle: string; localPath?: string } } };
  expect(answer.reply.value.localPath).toBeUndefined();
  const fetched = await fetch(`${address}/${answer.reply.value.handle}`, { headers: token });
  expect(await fetched.text()).toBe('содержимое');
  expect(fetched.headers.get('content-security-policy')).toContain('sandbox');
  expect((await fetch(`${address}/${answer.reply.value.handle}`)).status).toBe(401);
  expect((await fetch(`${address}/file:unknown`, { headers: token })).status).toBe(404);
  client.socket.close();
});

test.each(['with', 'without'])('an upload over the limit, %s a declared length, leaves nothing', async (declared) => {
  const body = 'x'.repeat(1_001);
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body));
      controller.close();
    },
  });
  const answer = await fetch(`http://127.0.0.1:${host.port}/files`, {
    method: 'POST',
    headers: { 'x-opora-token': host.token },
    body: declared === 'with' ? body : stream,
    duplex: 'half',
  } as RequestInit);
  expect([answer.status, await answer.json()]).toEqual([413, { code: 'FILE_TOO_LARGE' }]);
  expect(await readdir(join(folder, 'profile', 'incoming'))).toEqual([]);
});

test('names that a file system or a person would misread are made plain', () => {
  expect(fileName(encodeURIComponent('C:\\тайна\\..\\акт.pdf'))).toBe('акт.pdf');
  expect(fileName(encodeURIComponent('акт\u202efdp.exe'))).toBe('акт_fdp.exe');
  expect(fileName('%E0%A4%A')).toBe('file');
  expect(fileName(encodeURIComponent('..'))).toBe('file');
  expect(Buffer.byteLength(fileName(encodeURIComponent(`${'я'.repeat(400)}.pdf`)))).toBeLessThanOrEqual(240);
  expect(fileName(encodeURIComponent(`${'я'.repeat(400)}.pdf`)).endsWith('.pdf')).toBe(true);
});
