import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type Network, startNetwork } from './network.ts';

let server: Server;
let network: Network;
let received: string[];
beforeEach(async () => {
  received = [];
  server = createServer((_request, response) => response.end('ok'));
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.on('message', (data) => {
      received.push(data.toString());
      socket.send(`echo ${data}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  network = await startNetwork(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  await network.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function open(): Promise<WebSocket> {
  const socket = new WebSocket(network.url.replace('http', 'ws'));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  return socket;
}
const echo = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) => socket.once('message', (data) => resolve(data.toString())));

test('passes HTTP and messages of every length class, counting bytes', async () => {
  expect(await (await fetch(network.url)).text()).toBe('ok');
  const socket = await open();
  for (const length of [1, 125, 126, 65_535, 65_536, 300_000]) {
    const answer = echo(socket);
    socket.send('я'.repeat(length));
    expect((await answer).length).toBe(length + 5);
  }
  expect(network.bytes.up).toBeGreaterThan(800_000);
  socket.close();
});

test('a cut breaks what is open and refuses what is new; healing lets both through', async () => {
  const socket = await open();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  network.cut();
  await closed;
  await expect(fetch(network.url)).rejects.toThrow();
  network.heal();
  expect((await fetch(network.url)).status).toBe(200);
});

test('half open: the socket stays, nothing arrives, healing breaks it', async () => {
  const socket = await open();
  network.halfOpen();
  socket.send('lost');
  await expect(fetch(network.url, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
  expect(socket.readyState).toBe(WebSocket.OPEN);
  expect(received).toEqual([]);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  network.heal();
  await closed;
});

test('every message arrives twice, in order, whatever way the bytes were cut', async () => {
  const socket = await open();
  network.duplicate();
  socket.send('раз');
  socket.send('x'.repeat(100_000));
  await vi.waitFor(() => expect(received).toHaveLength(4), 30_000);
  expect(received.map((text) => text.slice(0, 3))).toEqual(['раз', 'раз', 'xxx', 'xxx']);
  socket.close();
});

test('a delay holds each way back', async () => {
  network.delay(60);
  const before = performance.now();
  await fetch(network.url);
  expect(performance.now() - before).toBeGreaterThanOrEqual(115);
});
