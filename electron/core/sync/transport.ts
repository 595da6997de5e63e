import { WebSocket } from 'ws';
import type { Down } from '#shared/sync/down.ts';
import type { Up } from '#shared/sync/up.ts';

export interface TransportEvents {
  connected(): void;
  disconnected(): void;
  received(message: Down): void;
  /** The answer of the last attempt: is there a link at all, does the centre answer. */
  tried(outcome: 'offline' | 'unreachable'): void;
}

/** Milliseconds: a first try at once, then never rarer than a person would notice (reconnect within 3 s). */
const retryAfter = [250, 500, 1_000, 1_500] as const;
const connectWithin = 4_000;
const pingEvery = 4_000;
const answerWithin = 4_000;

/** One connection to the centre, kept up for as long as it is wanted. A silent peer counts as gone. */
export class Transport {
  readonly #url: string;
  readonly #events: TransportEvents;
  #socket: WebSocket | null = null;
  #wanted = false;
  #attempt = 0;
  #retry: NodeJS.Timeout | null = null;
  #watch: NodeJS.Timeout | null = null;
  #heardAt = 0;

  constructor(serverUrl: string, events: TransportEvents) {
    this.#url = `${serverUrl.replace(/^http/, 'ws').replace(/\/$/, '')}/sync`;
    this.#events = events;
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#attempt = 0;
    this.#connect();
  }

  stop(): void {
    this.#wanted = false;
    if (this.#retry) clearTimeout(this.#retry);
    this.#drop();
  }

  /** Closes the connection and opens another at once. */
  restart(): void {
    this.stop();
    this.start();
  }

  send(message: Up): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #connect(): void {
    const socket = new WebSocket(this.#url, {
      handshakeTimeout: connectWithin,
      maxPayload: 64 * 1024 * 1024,
      perMessageDeflate: { threshold: 0, zlibDeflateOptions: { level: 3, memLevel: 8 } },
    });
    this.#socket = socket;
    socket.on('open', () => {
      if (this.#socket !== socket) return;
      this.#attempt = 0;
      this.#heardAt = Date.now();
      this.#watch = setInterval(() => this.#check(), pingEvery);
      this.#events.connected();
    });
    socket.on('message', (data) => {
      if (this.#socket !== socket) return;
      this.#heardAt = Date.now();
      this.#events.received(JSON.parse(String(data)) as Down);
    });
    socket.on('pong', () => {
      this.#heardAt = Date.now();
    });
    socket.on('error', (error) => {
      if (this.#socket !== socket) return;
      const code = (error as NodeJS.ErrnoException).code ?? '';
      this.#events.tried(
        code === 'ENETUNREACH' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'offline' : 'unreachable',
      );
    });
    socket.on('close', () => this.#closed(socket));
  }

  #check(): void {
    if (Date.now() - this.#heardAt > pingEvery + answerWithin) this.#drop();
    else this.#socket?.ping();
  }

  #drop(): void {
    const socket = this.#socket;
    if (!socket) return;
    socket.terminate();
    this.#closed(socket);
  }

  #closed(socket: WebSocket): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    if (this.#watch) clearInterval(this.#watch);
    this.#watch = null;
    this.#events.disconnected();
    if (!this.#wanted) return;
    const wait = retryAfter[Math.min(this.#attempt, retryAfter.length - 1)] ?? 1_500;
    this.#attempt += 1;
    this.#retry = setTimeout(() => {
      if (this.#wanted) this.#connect();
    }, wait);
  }
}
