import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** What the demo server tells the workstations that hold on to it. */
export type ServerNews =
  | { t: 'progress'; text: string }
  | { t: 'ready'; url: string }
  | { t: 'failed'; reason: string };

/** Where a running demo server is found: written beside its data, readable by its owner only. */
interface Door {
  port: number;
  token: string;
  pid: number;
}

export interface ServerDoor {
  tell(news: ServerNews): void;
  /** True while no workstation holds on. */
  isEmpty(): boolean;
  close(): Promise<void>;
}

const doorFile = (folder: string): string => join(folder, 'demo-server.json');

/**
 * The server's side: workstations hold a connection while they live, so even a killed one is noticed by the operating system.
 * `onEmpty` is called when the last one has gone. The newest news is repeated to everybody who comes later.
 */
export async function openDoor(folder: string, onEmpty: () => void): Promise<ServerDoor> {
  const token = randomBytes(32);
  const guests = new Set<Socket>();
  let newest: ServerNews = { t: 'progress', text: 'Starting the central server' };
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      const claimed = Buffer.from(bytes.toString().trim(), 'base64url');
      if (claimed.length !== token.length || !timingSafeEqual(claimed, token)) return socket.destroy();
      guests.add(socket);
      socket.write(`${JSON.stringify(newest)}\n`);
    });
    socket.once('close', () => {
      if (guests.delete(socket) && guests.size === 0) onEmpty();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const door: Door = {
    port: typeof address === 'object' && address ? address.port : 0,
    token: token.toString('base64url'),
    pid: process.pid,
  };
  const file = doorFile(folder);
  await writeFile(`${file}.${process.pid}`, JSON.stringify(door), { mode: 0o600 });
  await rename(`${file}.${process.pid}`, file);
  return {
    tell(news) {
      newest = news;
      for (const guest of guests) guest.write(`${JSON.stringify(news)}\n`);
    },
    isEmpty: () => guests.size === 0,
    async close() {
      await rm(file, { force: true });
      for (const guest of guests) guest.end(); // after the last news is out
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The workstation's side: undefined when no server is behind the door. Let go with `leave`. */
export async function enterDoor(
  folder: string,
  hear: (news: ServerNews) => void,
  onGone: () => void,
): Promise<{ leave(): void } | undefined> {
  const text = await readFile(doorFile(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const door = JSON.parse(text) as Door;
  return new Promise((resolve) => {
    const socket = connect(door.port, '127.0.0.1');
    let rest = '';
    let isIn = false;
    socket.once('connect', () => socket.write(`${door.token}\n`));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      if (!isIn) resolve({ leave: () => socket.destroy() });
      isIn = true;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(JSON.parse(line) as ServerNews);
    });
    socket.on('error', () => socket.destroy());
    // A door of a server that has ended, or whose port another program has now: it never answers with news.
    socket.on('close', () => (isIn ? onGone() : resolve(undefined)));
    const patience = setTimeout(() => isIn || socket.destroy(), 5_000);
    patience.unref();
  });
}
