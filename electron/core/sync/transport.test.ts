import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { Transport } from '#electron/core/sync/transport.ts';

const times = { pingEvery: 100, answerWithin: 100 };
let server: WebSocketServer;
let sockets: WebSocket[];
let pings: number;

beforeEach(async () => {
  [sockets, pings] = [[], 0];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('ping', () => {
      pings += 1;
    });
    socket.send('{}');
  });
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  for (const socket of sockets) socket.terminate();
});

const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const events = (received: () => void) => ({
  connected: () => undefined,
  disconnected: () => undefined,
  tried: () => undefined,
  received,
});

test('a message that takes long to work through costs no connection: the centre was not silent, nobody listened', async () => {
  const busyFor = 5 * (times.pingEvery + times.answerWithin);
  let worked = 0;
  const work = (): void => {
    const until = performance.now() + busyFor;
    while (performance.now() < until) worked += 1;
  };
  const transport = new Transport(address(), events(work), times);
  transport.start();
  await vi.waitFor(() => expect(worked).toBeGreaterThan(0), { timeout: 10_000 });
  const before = pings;
  await vi.waitFor(() => expect(pings).toBeGreaterThan(before + 3), { timeout: 10_000 });
  expect(sockets).toHaveLength(1);
  transport.stop();
});

test('a centre that says nothing any more is left, and looked for again', async () => {
  const transport = new Transport(
    address(),
    events(() => undefined),
    times,
  );
  transport.start();
  await vi.waitFor(() => expect(pings).toBeGreaterThan(0), { timeout: 10_000 });
  // It reads no more: the connection stands, and no ping is answered.
  sockets[0]?.pause();
  await vi.waitFor(() => expect(sockets.length).toBeGreaterThan(1), { timeout: 10_000 });
  transport.stop();
});
