import { spawn } from 'node:child_process';
import type { CoreSetting } from '#electron/desktop.ts';
import type { Core, CoreEvent, Reply } from '#shared/ipc/bridge.ts';
import { readLines, sendLine } from './wire.ts';

/** What the core's process says: it has started, or could not; the reply to a call; an event. */
export type CoreSays =
  | { kind: 'started' }
  | { kind: 'refused'; code: string }
  | { kind: 'reply'; id: number; reply: Reply }
  | { kind: 'event'; event: CoreEvent };

/** What it is told. */
export type CoreHears =
  | { kind: 'start'; setting: CoreSetting }
  | { kind: 'call'; id: number; channel: string; payload: unknown }
  | { kind: 'close' };

/** A core in a child process of another Node, over its standard input and output. */
export function startRemoteCore(node: string, program: string, setting: CoreSetting): Promise<Core> {
  const child = spawn(node, [program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const listeners = new Set<(event: CoreEvent) => void>();
  const calls = new Map<number, (reply: Reply) => void>();
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let lastCall = 0;
  const tell = (message: CoreHears) => sendLine(child.stdin, message);

  const core: Core = {
    call: (channel, payload) =>
      new Promise((done) => {
        lastCall += 1;
        calls.set(lastCall, done);
        tell({ kind: 'call', id: lastCall, channel, payload });
      }),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      tell({ kind: 'close' });
      return ended;
    },
  };

  return new Promise((resolve, reject) => {
    void ended.then(() => reject(new Error('the core process ended')));
    readLines(child.stdout, (value) => {
      const said = value as CoreSays;
      if (said.kind === 'started') resolve(core);
      else if (said.kind === 'refused') reject(Object.assign(new Error(said.code), { code: said.code }));
      else if (said.kind === 'event') for (const listener of listeners) listener(said.event);
      else {
        calls.get(said.id)?.(said.reply);
        calls.delete(said.id);
      }
    });
    tell({ kind: 'start', setting });
  });
}
