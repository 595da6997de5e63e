import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveOnSamePort } from './same-port.ts';
import type { BrowserHost } from './serve.ts';

let folder: string;
const servers: Server[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-port-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A host that is only its port: listening is real. */
async function serve(port: number): Promise<BrowserHost> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  servers.push(server);
  const taken = (server.address() as AddressInfo).port;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { address: '', token: '', port: taken, close };
}

test('a profile keeps its port; when another program has it, a new one is kept', async () => {
  const file = join(folder, 'port');
  const first = await serveOnSamePort(file, serve);
  await first.close();
  const second = await serveOnSamePort(file, serve);
  expect(second.port).toBe(first.port);
  const third = await serveOnSamePort(file, serve);
  expect(third.port).not.toBe(first.port);
  await third.close();
  expect((await serveOnSamePort(file, serve)).port).toBe(third.port);
});

test.each(['', 'nonsense', '80', '-1', '99999'])('a file that says "%s" is no port', async (text) => {
  const file = join(folder, 'port');
  await writeFile(file, text);
  expect((await serveOnSamePort(file, serve)).port).toBeGreaterThan(1_023);
});
