import { mkdirSync, openSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startNode } from './children.ts';
import { enterDoor, type ServerNews } from './presence.ts';

export interface JoinedServer {
  /** Address of the central server, `http://127.0.0.1:PORT`. */
  url: string;
  /** Lets go; the server ends when nobody holds on. */
  leave(): void;
}

/**
 * Enters the demo server of the data folder, starting it when there is none; the server outlives this process while others need it.
 * `say` gets the progress of a start. Rejects with the server's own reason.
 */
export async function joinDemoServer(dataDir: string, say: (line: string) => void): Promise<JoinedServer> {
  const folder = join(dataDir, 'server');
  await mkdir(folder, { recursive: true });
  const log = join(folder, 'demo-server.log');
  for (let attempt = 0; ; attempt += 1) {
    const joined = await waitUntilReady(folder, say);
    if (joined) return joined;
    // An old server may be on its way out, or another start on its way in: asking again is cheap, a second server gives way by itself.
    if (attempt === 200) throw new Error(`the central server does not answer; see ${log}`);
    if (attempt % 40 === 0) launch(folder, log);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function launch(folder: string, log: string): void {
  mkdirSync(folder, { recursive: true });
  // Enough for looking at the last few starts; a demo must not fill a disk.
  const isLong = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
  const output = openSync(log, isLong ? 'w' : 'a', 0o600);
  // Detached: Ctrl-C in one workstation's terminal must not end the server of the others.
  const server = startNode([join(import.meta.dirname, 'demo-server.ts'), folder], {
    detached: true,
    stdio: ['ignore', output, output],
  });
  server.unref();
}

async function waitUntilReady(folder: string, say: (line: string) => void): Promise<JoinedServer | undefined> {
  let settle: { resolve(url: string | undefined): void; reject(error: Error): void } | undefined;
  const ready = new Promise<string | undefined>((resolve, reject) => {
    settle = { resolve, reject };
  });
  ready.catch(() => undefined);
  const hear = (news: ServerNews): void => {
    if (news.t === 'progress') say(news.text);
    else if (news.t === 'ready') settle?.resolve(news.url);
    else settle?.reject(new Error(news.reason));
  };
  const door = await enterDoor(folder, hear, () => settle?.resolve(undefined));
  if (!door) return undefined;
  try {
    const url = await ready;
    if (url !== undefined) return { url, leave: door.leave };
  } catch (error) {
    door.leave();
    throw error;
  }
  return undefined;
}
