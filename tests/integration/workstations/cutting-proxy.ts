import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A cable that breaks: the next request that begins so loses its connection after so many bytes of one direction. */
export interface Cut {
  request: RegExp;
  direction: 'up' | 'down';
  after: number;
}

export interface CuttingProxy {
  url: string;
  /** Cuts to come, one after another. */
  cuts: Cut[];
  /** How many connections have been cut. */
  made: number;
  /** Hears of all bytes that came by. */
  passed: (bytes: number) => void;
  /** Requests that go on with a file where it stopped, past its first byte. */
  goneOn: { up: number; down: number };
  /** Another centre at the other end of the cable. */
  turnTo(url: string): void;
  close(): Promise<void>;
}

/** A real TCP proxy in front of a centre: whatever is not cut passes byte by byte. */
export async function cuttingProxy(serverUrl: string): Promise<CuttingProxy> {
  let target = new URL(serverUrl);
  const open = new Set<Socket>();
  const proxy: CuttingProxy = {
    url: '',
    cuts: [],
    made: 0,
    passed: () => {},
    goneOn: { up: 0, down: 0 },
    turnTo: (url) => {
      target = new URL(url);
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  let asked = false;
  const server = createServer((near) => {
    const far = connect({ port: Number(target.port), host: target.hostname });
    const ends = [near, far];
    let left: { bytes: number; direction: Cut['direction'] } | null = null;
    const end = (): void => {
      for (const socket of ends) socket.destroy();
    };
    /** A cable holds no more than is on its way: what cannot go on is not taken in. */
    const forward = (bytes: Buffer, to: Socket): void => {
      const from = to === far ? near : far;
      if (to.write(bytes)) return;
      from.pause();
      to.once('drain', () => from.resume());
    };
    const pass = (bytes: Buffer, to: Socket, direction: Cut['direction']): void => {
      proxy.passed(bytes.length);
      if (left?.direction !== direction) return forward(bytes, to);
      const whole = bytes.length < left.bytes;
      const part = bytes.subarray(0, left.bytes);
      left.bytes -= part.length;
      if (whole) return forward(part, to);
      proxy.made += 1;
      left = null;
      // What was let through is to arrive, then there is silence and an end.
      to.write(part, end);
    };
    near.on('data', (bytes: Buffer) => {
      const cut = proxy.cuts[0];
      const head = bytes.subarray(0, 1_000).toString('latin1');
      if (/^GET \/files\/.*\nrange: bytes=[1-9]/is.test(head)) proxy.goneOn.down += 1;
      // The next piece of a large file goes on as well: only what follows a question is a new beginning.
      if (/^HEAD \/files\/upload\//.test(head)) asked = true;
      if (/^PATCH \/files\//.test(head)) {
        if (asked && /upload-offset: [1-9]/i.test(head)) proxy.goneOn.up += 1;
        asked = false;
      }
      if (cut && !left && cut.request.test(head)) {
        proxy.cuts.shift();
        left = { bytes: cut.after, direction: cut.direction };
        if (cut.after === 0) {
          proxy.made += 1;
          return end();
        }
      }
      pass(bytes, far, 'up');
    });
    far.on('data', (bytes: Buffer) => pass(bytes, near, 'down'));
    for (const socket of ends) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}
