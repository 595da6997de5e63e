import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { RawData, WebSocket } from 'ws';
import type { ServerContext } from '#server/plugins/context.ts';
import type { ExchangeLimits, Sender } from '#server/plugins/exchange-limits.ts';
import { createSession } from '#server/sync/session.ts';
import type { Down } from '#shared/sync/down.ts';
import { type Up, up } from '#shared/sync/up.ts';

/** Ours lie above 4000. A workstation tries again after `restart`, and needs a new session or version after `refused`. */
export const closeCodes = { restart: 1012, refused: 4_001, malformed: 1007 } as const;

/** A socket that does not say who it is within this time, in milliseconds, is closed. */
const introduceWithin = 20_000;
/** Bytes waiting for a slow reader above which no further message of it is read. */
const backlog = 8 * 1024 * 1024;

/** Speaks with one workstation: its messages one after another, each answered before the next is read. */
export function serveSocket(
  context: ServerContext,
  socket: WebSocket,
  exchange: ExchangeLimits,
  log: FastifyBaseLogger,
): void {
  const { lanes, metrics, now, store, tokens, wakes } = context;
  const unnamed = randomUUID();
  const countMessage = metrics.counter('opora_messages_total', 'Messages received from workstations');
  const countBytes = metrics.counter('opora_message_bytes_total', 'Bytes of messages received from workstations');
  const countCommands = metrics.counter('opora_commands_total', 'Commands received from workstations');
  const countDivergences = metrics.counter(
    'opora_scope_divergences_total',
    'Scopes in which a workstation held other rows',
  );
  let device = '';
  let sender: Sender | null = null;

  let written: Promise<void> = Promise.resolve();
  const send = (message: Down): void => {
    if (socket.readyState !== socket.OPEN) return;
    written = new Promise((resolve) => socket.send(JSON.stringify(message), () => resolve()));
  };
  const session = createSession(
    {
      store,
      lanes,
      wakes,
      now,
      authenticate: async (token) => {
        const identity = tokens.read(token, now());
        if (identity) sender = { org: identity.org, userId: identity.userId, device };
        return identity && { org: identity.org, userId: identity.userId };
      },
      diverged: (scopes, client) => {
        countDivergences(scopes.length);
        log.error({ org: sender?.org, client, scopes }, 'a workstation held other rows and fetches them anew');
      },
    },
    { send, close: (reason) => socket.close(closeCodes.refused, reason) },
  );

  async function handle(data: RawData): Promise<void> {
    const message = parse(data);
    if (!message) {
      send({ t: 'refused', ref: null, code: 'MALFORMED' });
      return socket.close(closeCodes.malformed, 'MALFORMED');
    }
    countMessage();
    countBytes(sizeOf(data));
    const ref = message.t === 'hello' ? null : message.ref;
    const commands = message.t === 'push' ? message.commands.length : 0;
    countCommands(commands);
    const refused = exchange.take(sender, unnamed, { bytes: sizeOf(data), commands });
    if (refused) return send({ t: 'refused', ref, code: 'LIMIT', details: { ...refused } });
    if (message.t === 'hello') device = message.device;
    try {
      await session.receive(message);
    } catch (error) {
      log.error({ err: error, message: message.t }, 'message failed');
      send({ t: 'refused', ref, code: 'INTERNAL' });
    }
  }

  const waiting: RawData[] = [];
  let busy = false;
  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let data = waiting.shift(); data !== undefined && socket.readyState === socket.OPEN; data = waiting.shift()) {
      // A stopping server begins nothing new: the workstation asks again after the restart.
      if (context.stopping()) break;
      await handle(data);
      if (socket.bufferedAmount > backlog) await written;
    }
    busy = false;
    socket.resume();
  }
  const stranger = setTimeout(() => {
    if (sender === null) socket.close(closeCodes.refused, 'UNAUTHENTICATED');
  }, introduceWithin);
  stranger.unref();
  socket.on('message', (data) => {
    waiting.push(data);
    // TCP itself slows down whoever sends faster than is answered.
    if (waiting.length > 16) socket.pause();
    void drain();
  });
  socket.on('close', () => {
    clearTimeout(stranger);
    session.closed();
  });
  socket.on('error', (error) => log.debug({ err: error }, 'socket failed'));
}

function parse(data: RawData): Up | null {
  try {
    const parsed = up.safeParse(JSON.parse(String(data)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const sizeOf = (data: RawData): number =>
  Array.isArray(data) ? data.reduce((sum, part) => sum + part.length, 0) : data.byteLength;
