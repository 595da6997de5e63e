import { WebSocket } from 'ws';
import { demoPassword } from '#server/plugins/demo.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';
import type { Reply } from '#shared/ipc/bridge.ts';
import type { SyncStatus } from '#shared/ipc/contract.ts';
import type { QueryArgs, QueryName, QueryResult } from '#shared/queries/registry.ts';
import type { Station } from './office.ts';

/** The program of a workstation without a window: for what has to exist before the person of a test begins. */
export interface Door {
  /** Signs a person of the demo company in, whoever was there before. */
  enter(login: string): Promise<void>;
  leave(): Promise<void>;
  /** Issues a command of whoever is signed in; gives the id of what it made. */
  run<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<string>;
  query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<QueryResult<N>>;
  /** Waits until the centre has everything entered here and nothing is on its way. */
  settled(): Promise<void>;
  close(): void;
}

/** Opens the bridge that the window itself uses. */
export async function openDoor(station: Station): Promise<Door> {
  const { host, hash } = new URL(station.address);
  const socket = new WebSocket(`ws://${host}/bridge`, { origin: `http://${host}` });
  const waiting = new Map<number, (reply: Reply) => void>();
  let heard = (): void => undefined;
  let events = 0;
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => socket.send(JSON.stringify({ t: 'auth', token: /token=([^&]+)/.exec(hash)?.[1] })));
    socket.on('message', (data) => {
      const message = JSON.parse(data.toString()) as { t: string; id: number; reply: Reply };
      if (message.t === 'ready') resolve();
      if (message.t === 'reply') waiting.get(message.id)?.(message.reply);
      if (message.t === 'event') {
        events += 1;
        heard();
      }
    });
  });
  const ask = async <T>(channel: string, payload: unknown): Promise<T> => {
    last += 1;
    const id = last;
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ t: 'call', id, channel, payload }));
    });
    waiting.delete(id);
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code} ${JSON.stringify(reply.error.details)}`);
    return reply.value as T;
  };
  const door: Door = {
    async enter(login) {
      await ask('session.login', { login, password: demoPassword });
      await door.settled();
    },
    leave: () => ask('session.logout', {}),
    run: async (name, args) => {
      const { result } = await ask<{ result: { id: string } }>('command.run', { name, args });
      return result.id;
    },
    query: (name, args) => ask('query.run', { name, args }),
    async settled() {
      for (;;) {
        const before = events;
        const { link, waiting: left, filling } = await ask<SyncStatus>('sync.status', {});
        if (link === 'online' && left === 0 && filling === 0) return;
        // Whatever has changed since the question is told by an event, and may have been already.
        if (events === before)
          await new Promise<void>((resolve) => {
            heard = resolve;
          });
      }
    },
    close: () => socket.close(),
  };
  return door;
}
