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

/** A server that ends this often within a minute is not started again: something is wrong with it. */
const mostEnds = 5;

/**
 * Enters the demo server of the data folder, starting it when there is none; the server outlives this process while others need it.
 * When it ends by itself or is killed, whoever holds on to it starts it again under the same address.
 * `say` gets the progress of a start. Rejects with the server's own reason.
 */
export async function joinDemoServer(dataDir: string, say: (line: string) => void): Promise<JoinedServer> {
  let hasLeft = false;
  let held: JoinedServer | undefined;
  const ends: number[] = [];
  const hold = async (): Promise<JoinedServer> => {
    const joined = await enterOrStart(dataDir, say, () => void again());
    if (hasLeft) joined.leave();
    held = joined;
    return joined;
  };
  const again = async (): Promise<void> => {
    if (hasLeft) return;
    ends.push(Date.now());
    const lately = ends.filter((at) => at > Date.now() - 60_000).length;
    if (lately > mostEnds) return say('The central server keeps ending: this workstation goes on without it');
    say('The central server has ended: starting it again');
    await hold().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };
  const { url } = await hold();
  return {
    url,
    leave() {
      hasLeft = true;
      held?.leave();
    },
  };
}

async function enterOrStart(dataDir: string, say: (line: string) => void, onGone: () => void): Promise<JoinedServer> {
  const folder = join(dataDir, 'server');
  await mkdir(folder, { recursive: true });
  const log = join(folder, 'demo-server.log');
  for (let attempt = 0; ; attempt += 1) {
    const joined = await waitUntilReady(folder, say, onGone);
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

/** The server once it is ready; undefined when none is behind the door, or it went before it was. `onGone`: it went afterwards. */
async function waitUntilReady(
  folder: string,
  say: (line: string) => void,
  onGone: () => void,
): Promise<JoinedServer | undefined> {
  let isReady = false;
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
  const door = await enterDoor(folder, hear, () => (isReady ? onGone() : settle?.resolve(undefined)));
  if (!door) return undefined;
  try {
    const url = await ready;
    isReady = url !== undefined;
    if (url !== undefined) return { url, leave: door.leave };
  } catch (error) {
    door.leave();
    throw error;
  }
  return undefined;
}
