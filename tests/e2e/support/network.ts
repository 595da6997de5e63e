import { createServer, type Socket, connect as tcpConnect } from 'node:net';
import { Transform } from 'node:stream';
import { frameCutter } from './frames.ts';

export interface Network {
  /** What a workstation is given instead of the server's own address. */
  url: string;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  /** Connections stay open and nothing passes any more, either way: what a lost mobile link looks like. New ones open and stay silent. */
  halfOpen(): void;
  /** Holds everything back for this long, each way, in milliseconds. */
  delay(milliseconds: number): void;
  /** Sends every WebSocket message of the workstation twice. */
  duplicate(): void;
  /** As if nothing had been done; connections that were silent are broken, so that both ends notice. */
  heal(): void;
  /** Connections open now. */
  open(): number;
  /** Bytes passed since the start: from the workstation, and to it. */
  bytes: { up: number; down: number };
  close(): Promise<void>;
}

type Mode = 'open' | 'cut' | 'half-open';

/** A network between one workstation and the server, on loopback, that can be broken in every way the real one breaks. */
export async function startNetwork(serverUrl: string): Promise<Network> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  const bytes = { up: 0, down: 0 };
  let mode: Mode = 'open';
  let wait = 0;
  let twice = false;

  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const passage = (direction: 'up' | 'down'): Transform => {
    const cutFrames = frameCutter();
    let isUpgraded = false;
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        if (mode === 'half-open') return done(); // swallowed: nobody is told
        bytes[direction] += chunk.length;
        let out = chunk;
        if (isUpgraded && direction === 'up')
          out = Buffer.concat(
            cutFrames(chunk).flatMap(({ frame, isData }) => (twice && isData ? [frame, frame] : [frame])),
          );
        // Client and server speak in turns until the upgrade: after the request's empty line come frames only.
        else if (/^GET [^\n]*\n([^\n]+\n)*upgrade: websocket/im.test(chunk.toString('latin1'))) isUpgraded = true;
        if (wait === 0) return done(null, out);
        setTimeout(() => done(null, out), wait);
      },
    });
  };

  const server = createServer((client) => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => client.destroy());
    if (mode === 'cut') return client.resetAndDestroy();
    const upstream = tcpConnect(Number(target.port), target.hostname);
    sockets.add(upstream);
    upstream.on('close', () => {
      sockets.delete(upstream);
      client.destroy();
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    client.setNoDelay().pipe(passage('up')).pipe(upstream);
    upstream.setNoDelay().pipe(passage('down')).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    bytes,
    cut() {
      mode = 'cut';
      breakAll();
    },
    halfOpen() {
      mode = 'half-open';
    },
    delay(milliseconds) {
      wait = milliseconds;
    },
    duplicate() {
      twice = true;
    },
    heal() {
      if (mode === 'half-open') breakAll();
      mode = 'open';
      wait = 0;
      twice = false;
    },
    open: () => sockets.size / 2,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      breakAll();
      await closed;
    },
  };
}
