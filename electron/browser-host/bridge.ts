import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { CoreEvent, HostInfo, Reply } from '#shared/ipc/bridge.ts';
import { isToken } from './guard.ts';

export interface BridgeOptions {
  token: string;
  host: HostInfo;
  /** Answers one call of an admitted window; never rejects. */
  answer(call: { channel: unknown; payload: unknown }): Promise<Reply>;
  /** How long a socket may stay without a valid first message, in milliseconds. */
  patience?: number;
}

export interface BrowserBridge {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  publish(event: CoreEvent): void;
  close(): void;
}

const largestMessage = 64 * 1024 * 1024;

/** The bridge of a browser window: a WebSocket whose first message carries the token, then calls, replies and events as JSON. */
export function createBridge(options: BridgeOptions): BrowserBridge {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false });
  const admitted = new Set<WebSocket>();
  sockets.on('connection', (socket) => {
    const late = setTimeout(() => socket.terminate(), options.patience ?? 5_000);
    socket.on('error', () => socket.terminate()); // a message too large or no UTF-8: nothing to answer
    socket.on('close', () => {
      clearTimeout(late);
      admitted.delete(socket);
    });
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? undefined : parse(data.toString());
      if (!message) return socket.close(1003);
      if (admitted.has(socket)) return void serveCall(socket, message, options);
      clearTimeout(late);
      if (message['t'] !== 'auth' || !isToken(options.token, message['token'])) {
        send(socket, { t: 'denied' });
        return socket.close(1008);
      }
      admitted.add(socket);
      send(socket, { t: 'ready', host: options.host });
    });
  });
  return {
    upgrade(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (ready) => sockets.emit('connection', ready, request));
    },
    publish(event) {
      const text = JSON.stringify({ t: 'event', event });
      for (const socket of admitted) socket.send(text);
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

async function serveCall(socket: WebSocket, message: Record<string, unknown>, options: BridgeOptions): Promise<void> {
  const { t, id, channel, payload } = message;
  if (t !== 'call' || typeof id !== 'number') return socket.close(1003);
  send(socket, { t: 'reply', id, reply: await options.answer({ channel, payload }) });
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function send(socket: WebSocket, message: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}
