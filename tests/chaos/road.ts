import { createServer, type Socket, connect as tcpConnect } from 'node:net';
import { Transform } from 'node:stream';
import { frameCutter } from '#tests/e2e/support/frames.ts';
import type { Chance } from '#tests/simulation/chance.ts';

export type Direction = 'up' | 'down';

/** How the road is now. Both directions pass bytes unless they are named in `swallows`. */
interface Weather {
  cut: boolean;
  swallows: Direction[];
  /** Milliseconds every piece is held back. */
  delay: number;
  /** Bytes a second, each way. */
  rate: number;
  /** Share of whole WebSocket messages that come twice, in percent. */
  twice: number;
  /** The connection breaks after so many more bytes, wherever that is in a message. */
  breakAfter: number;
}

const fair: Weather = {
  cut: false,
  swallows: [],
  delay: 0,
  rate: Number.POSITIVE_INFINITY,
  twice: 0,
  breakAfter: Number.POSITIVE_INFINITY,
};

/** A TCP connection between one workstation and whichever server a connection happens to reach, with everything that goes wrong on the way. */
export class Road {
  readonly #chance: Chance;
  readonly #ports: readonly number[];
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => this.#carry(client));
  #weather: Weather = fair;
  /** Whole requests of uploads that are sent a second time. */
  repeated = 0;
  #repeats = false;
  url = '';

  constructor(ports: readonly number[], chance: Chance) {
    this.#ports = ports;
    this.#chance = chance;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  change(weather: Partial<Weather>): void {
    // Bytes that were swallowed cannot be made up for: what had been silent is broken.
    const silent = this.#weather.swallows.length > 0;
    this.#weather = { ...fair, ...weather };
    // Messages can be doubled only on connections that were made for it.
    if (silent || this.#weather.cut || this.#weather.twice > 0) this.#breakAll();
  }

  heal(): void {
    this.change({});
    this.#repeats = false;
  }

  /** From now on what was sent over HTTP is sent a second time when the workstation has closed its connection. */
  repeat(): void {
    this.#repeats = true;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#breakAll();
    await closed;
  }

  #breakAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #carry(client: Socket): void {
    this.#hold(client);
    if (this.#weather.cut) return void client.resetAndDestroy();
    const port = this.#chance.pick(this.#ports);
    const upstream = this.#hold(tcpConnect(port, '127.0.0.1'));
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    const sent: Buffer[] = [];
    client
      .setNoDelay()
      .pipe(this.#passage('up', sent, client))
      .pipe(upstream);
    upstream
      .setNoDelay()
      .pipe(this.#passage('down', [], client))
      .pipe(client);
    client.on('close', () => {
      if (this.#repeats) this.#sendAgain(Buffer.concat(sent), port);
    });
  }

  #hold(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  }

  #passage(direction: Direction, sent: Buffer[], client: Socket): Transform {
    const cutFrames = frameCutter();
    let state: 'new' | 'http' | 'socket' = direction === 'up' ? 'new' : 'http';
    let isPlain = false;
    const through = (chunk: Buffer): Buffer => {
      if (state === 'new') {
        const head = chunk.toString('latin1');
        state = /^upgrade: websocket\r?$/im.test(head) ? 'socket' : 'http';
        isPlain = this.#weather.twice > 0;
        // A compressed message means something only in its place: without the extension a copy of it is a copy.
        if (state === 'socket' && isPlain)
          return Buffer.from(head.replace(/^sec-websocket-extensions: [^\r\n]*\r\n/im, ''), 'latin1');
      }
      if (direction === 'up' && state === 'http' && this.#repeats) sent.push(chunk);
      if (state !== 'socket' || !isPlain) return chunk;
      const doubled = (isData: boolean): boolean => isData && this.#chance.happens(this.#weather.twice);
      return Buffer.concat(
        cutFrames(chunk).flatMap(({ frame, isData }) => (doubled(isData) ? [frame, frame] : [frame])),
      );
    };
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        const { swallows, delay, rate } = this.#weather;
        if (swallows.includes(direction)) return done();
        let out = through(chunk);
        const left = this.#weather.breakAfter;
        this.#weather = { ...this.#weather, breakAfter: left - out.length };
        if (out.length >= left) {
          out = out.subarray(0, left);
          this.#weather = { ...this.#weather, breakAfter: fair.breakAfter };
          setTimeout(() => client.destroy(), 5);
        }
        const wait = delay + (out.length / rate) * 1_000;
        if (wait < 1) return done(null, out);
        setTimeout(() => done(null, out), wait);
      },
    });
  }

  /** Requests of a session stay out: a token shown again would rightly end it. */
  #sendAgain(bytes: Buffer, port: number): void {
    if (!/^(PATCH|POST|HEAD) \/files/.test(bytes.subarray(0, 20).toString('latin1'))) return;
    this.repeated += 1;
    const again = this.#hold(tcpConnect(port, '127.0.0.1'));
    again.on('data', () => undefined);
    again.setTimeout(3_000, () => again.destroy());
    again.write(bytes);
  }
}
