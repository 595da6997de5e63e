import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ServerContext } from '#server/plugins/context.ts';
import { ExchangeLimits } from '#server/plugins/exchange-limits.ts';
import { closeCodes, serveSocket } from '#server/routes/socket.ts';

/** Milliseconds between pings; a socket that has been silent for two of them is gone. */
const heartbeat = 15_000;

/** The exchange of commands and rows: WebSocket at /sync, messages of shared/sync as JSON text. */
export function syncRoutes(app: FastifyInstance, context: ServerContext): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: context.limits.message,
    // The dictionary is kept over messages, so that a small edit costs few bytes. What we say is rows, and they repeat over longer
    // stretches than commands do: the wider window is ours. 80 KB for it and 16 KB for theirs keep a socket under 100 KB.
    perMessageDeflate: {
      serverMaxWindowBits: 14,
      clientMaxWindowBits: 13,
      zlibDeflateOptions: { level: 6, memLevel: 5 },
      concurrencyLimit: 4,
    },
  });
  const exchange = new ExchangeLimits(context.limits, context.now);
  const alive = new WeakSet<WebSocket>();
  context.metrics.gauge('opora_sockets', 'Connected workstations', () => sockets.clients.size);

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = (request.url ?? '').split('?')[0];
    // A page of some website may open sockets to any address: it sends an Origin, a workstation does not.
    if (path !== '/sync' || request.headers.origin !== undefined || context.stopping()) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      alive.add(client);
      client.on('pong', () => alive.add(client));
      serveSocket(context, client, exchange, app.log);
    });
  };
  app.server.on('upgrade', upgrade);

  const beat = setInterval(() => {
    for (const client of sockets.clients) {
      if (!alive.has(client)) client.terminate();
      alive.delete(client);
      client.ping();
    }
  }, heartbeat);
  beat.unref();

  app.addHook('preClose', async () => {
    clearInterval(beat);
    app.server.off('upgrade', upgrade);
    for (const client of sockets.clients) client.close(closeCodes.restart, 'RESTART');
    await closed(sockets);
  });
}

/** Waits until the workstations have answered the close, two seconds at most. */
async function closed(sockets: WebSocketServer): Promise<void> {
  const gone = [...sockets.clients].map(
    (client) => new Promise<void>((resolve) => client.once('close', () => resolve())),
  );
  const patience = setTimeout(() => {
    for (const client of sockets.clients) client.terminate();
  }, 2_000);
  await Promise.all(gone);
  clearTimeout(patience);
  sockets.close();
}
