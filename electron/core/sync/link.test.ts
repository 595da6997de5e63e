import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepSession, Link } from '#electron/core/sync/link.ts';
import { here, openDevice } from '#tests/fixtures/kernel/device-rows.ts';

let centre: Server;
let renewals = 0;
beforeAll(async () => {
  centre = createServer((_request, reply) => {
    renewals += 1;
    const session = { access: `token ${renewals}`, accessUntil: Date.now() + 600_000, refresh: 'next' };
    setTimeout(() => reply.end(JSON.stringify(session)), 30);
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
