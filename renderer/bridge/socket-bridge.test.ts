import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type WebSocket as Peer, WebSocketServer } from 'ws';
import { openSocketBridge } from '#renderer/bridge/socket-bridge.ts';
import type { CoreEvent } from '#shared/ipc/bridge.ts';

const host = { kind: 'browser', profile: 'test', demo: true, platform: 'linux', version: '0' } as const;
const servers: WebSocketServer[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    for (const client of server.clients) client.terminate();
    server.close();
  }
});

/** A real socket server that speaks the host's side; `answer` decides about each call. */
async function listen(answer: (peer: Peer, call: { id: number; payload: unknown }) => void, token = 'right') {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  servers.push(server);
  server.on('connection', (peer) =>
    peer.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.t === 'auth')
        peer.send(JSON.stringify(message.token === token ? { t: 'ready', host } : { t: 'denied' }));
      if (message.t === 'call') answer(peer, message);
    }),
  );
  await once(server, 'listening');
  return { server, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/bridge` };
}

const echo = (peer: Peer, call: { id: number; payload: unknown }) =>
  peer.send(JSON.stringify({ t: 'reply', id: call.id, reply: { ok: true, value: call.payload } }));

test('calls are answered each by its own reply', async () => {
  const held: (() => void)[] = [];
  const { url } = await listen((peer, call) => {
    held.push(() => echo(peer, call));
    // Answered backwards, so that only the id can tell them apart.
    if (held.length === 2) for (const one of held.reverse()) one();
  });
  const bridge = await openSocketBridge(url, 'right');
  expect(bridge.host.profile).toBe('test');
  expect(await Promise.all([bridge.call('q', 1), bridge.call('q', 2)])).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ]);
});

test('a wrong token is refused for good', async () => {
  const { url } = await listen(echo);
  await expect(openSocketBridge(url, 'wrong')).rejects.toThrow('denied');
});

test('a broken socket comes back by itself and the windows read again', async () => {
  const { server, url } = await listen(echo);
  const bridge = await openSocketBridge(url, 'right');
  const events: CoreEvent[] = [];
  const states: string[] = [];
  bridge.on((event) => events.push(event));
  const back = new Promise<void>((resolve) =>
    bridge.onState((state) => {
      states.push(state);
      if (state === 'ready') resolve();
    }),
  );
  for (const client of server.clients) client.terminate();
  await back;
  expect(states).toEqual(['lost', 'ready']);
  expect(events).toContainEqual({ type: 'session' });
  expect(await bridge.call('q', 'after')).toEqual({ ok: true, value: 'after' });
});

test('a call whose fate is unknown is refused, never repeated', async () => {
  let calls = 0;
  const { url } = await listen((peer, call) => {
    calls += 1;
    if (call.payload === 'break') peer.terminate();
    else echo(peer, call);
  });
  const bridge = await openSocketBridge(url, 'right');
  const reply = await bridge.call('c', 'break');
  expect(reply).toMatchObject({ ok: false });
  expect(await bridge.call('c', 'next')).toEqual({ ok: true, value: 'next' });
  expect(calls).toBe(2);
});
