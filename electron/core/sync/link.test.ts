import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { keepSession, Link } from '#electron/core/sync/link.ts';
import { here, openDevice } from '#tests/fixtures/kernel/device-rows.ts';

let centre: Server;
let renewals = 0;
beforeAll(async () => {
  centre = createServer((_request, reply) => {
    renewals += 1;
    const session = { access: `token ${renewals}`, accessUntil: Date.now() + 600_000, refresh: 'next' };
    reply.end(JSON.stringify(session));
  });
  await new Promise<void>((resolve) => centre.listen(0, '127.0.0.1', resolve));
});
afterAll(() => centre.close());

test('transfers that need a new token at the same moment ask for one together', async () => {
  const db = openDevice();
  keepSession(db, { access: 'old', accessUntil: 0, refresh: 'first' } as never);
  const serverUrl = `http://127.0.0.1:${(centre.address() as AddressInfo).port}`;
  const link = new Link({ db, here, serverUrl, reader: () => db, changed: () => {}, moved: () => {} });
  expect(await Promise.all([link.access(), link.access(), link.access()])).toEqual(['token 1', 'token 1', 'token 1']);
  expect(await link.access()).toBe('token 1');
  expect(renewals).toBe(1);
  link.close();
  db.close();
});

test('a renewal that fails while the database of the centre restarts is tried again, with the connection kept open all the time', async () => {
  const db = openDevice();
  keepSession(db, { access: 'old', accessUntil: 0, refresh: 'first' } as never);
  let asked = 0;
  const restarting = createServer((_request, reply) => {
    asked += 1;
    if (asked === 1) return reply.writeHead(500).end(JSON.stringify({ code: 'INTERNAL' }));
    reply.end(JSON.stringify({ access: 'new', accessUntil: Date.now() + 600_000, refresh: 'next' }));
  });
  const wire = new WebSocketServer({ server: restarting });
  const hello = new Promise<string>((resolve) =>
    wire.on('connection', (socket) => socket.on('message', (data) => resolve(String(data)))),
  );
  await new Promise<void>((resolve) => restarting.listen(0, '127.0.0.1', resolve));
  const serverUrl = `http://127.0.0.1:${(restarting.address() as AddressInfo).port}`;
  const link = new Link({ db, here, serverUrl, reader: () => db, changed: () => {}, moved: () => {} }, 20);
  link.start();
  expect(JSON.parse(await hello)).toMatchObject({ token: 'new' });
  expect(asked).toBe(2);
  link.close();
  wire.close();
  restarting.close();
  db.close();
});

test('a session that ends under a connection that stands is told by the first file that needs a new token', async () => {
  const db = openDevice();
  keepSession(db, { access: 'good', accessUntil: Date.now() + 600_000, refresh: 'unknown' } as never);
  const restored = createServer((_request, reply) => {
    reply.writeHead(401).end(JSON.stringify({ code: 'UNAUTHENTICATED' }));
  });
  const wire = new WebSocketServer({ server: restored });
  const said = new Promise<void>((resolve) => wire.on('connection', (socket) => socket.on('message', () => resolve())));
  await new Promise<void>((resolve) => restored.listen(0, '127.0.0.1', resolve));
  const serverUrl = `http://127.0.0.1:${(restored.address() as AddressInfo).port}`;
  const link = new Link({ db, here, serverUrl, reader: () => db, changed: () => {}, moved: () => {} }, 20);
  link.start();
  await said;
  expect(link.client.problem).toBeNull();
  // The centre did not take the token with a file.
  keepSession(db, { access: 'good', accessUntil: 0, refresh: 'unknown' } as never);
  await expect(link.access()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(link.client.problem).toEqual({ code: 'UNAUTHENTICATED' });
  link.close();
  wire.close();
  restored.close();
  db.close();
});
