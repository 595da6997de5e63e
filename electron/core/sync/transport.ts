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
const usualTimes = { pingEvery: 4_000, answerWithin: 4_000 };

/** One connection to the centre, kept up for as long as it is wanted. A silent peer counts as gone. */
export class Transport {
  readonly #url: string;
  readonly #events: TransportEvents;
  readonly #times: typeof usualTimes;
  #socket: WebSocket | null = null;
  #wanted = false;
  #attempt = 0;
  #retry: NodeJS.Timeout | null = null;
  #watch: NodeJS.Timeout | null = null;
  /** By a clock that nobody sets, as below. */
  #heardAt = 0;
  #checkedAt = 0;

  constructor(serverUrl: string, events: TransportEvents, times = usualTimes) {
    this.#times = times;
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
      this.#heardAt = performance.now();
      this.#checkedAt = this.#heardAt;
      this.#watch = setInterval(() => this.#check(), this.#times.pingEvery);
      this.#events.connected();
    });
    socket.on('message', (data) => {
      if (this.#socket !== socket) return;
      this.#heardAt = performance.now();
      this.#events.received(JSON.parse(String(data)) as Down);
    });
    socket.on('pong', () => {
      this.#heardAt = performance.now();
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
    const { pingEvery, answerWithin } = this.#times;
    const now = performance.now();
    // Whoever comes late to look was busy: what the centre said meanwhile has not been read yet, and its silence proves nothing. A page
    // that takes long to apply would otherwise be given up in its middle, again and again.
    const wasBusy = now - this.#checkedAt > pingEvery + answerWithin / 2;
    this.#checkedAt = now;
    if (!wasBusy && now - this.#heardAt > pingEvery + answerWithin) this.#drop();
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
