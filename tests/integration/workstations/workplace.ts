import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCore } from '#electron/core/start.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';
import type { Core, CoreEvent } from '#shared/ipc/bridge.ts';
import type { CommandReply, SyncStatus } from '#shared/ipc/contract.ts';
import type { QueryArgs, QueryName, QueryResult } from '#shared/queries/registry.ts';
import { password } from '#tests/integration/server/company.ts';

/** A real core with its threads and its encrypted files, driven as a window would drive it. */
export interface TestWorkplace {
  profileDir: string;
  /** Of its databases. */
  key: Buffer;
  core: Core;
  ask<T>(channel: string, payload?: unknown): Promise<T>;
  command<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<CommandReply<N>>;
  query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<QueryResult<N>>;
  login(name: string): Promise<void>;
  cut(cut: boolean): Promise<void>;
  /** Resolves when the condition holds, looked at after every event of the core; rejects after `patience` milliseconds. */
  until(condition: () => Promise<boolean>, patience?: number): Promise<void>;
  /** Resolves when nothing entered here waits for the centre's word and the last exchange is over. */
  settled(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startWorkplace(serverUrl: string, deviceName: string): Promise<TestWorkplace> {
  const profileDir = await mkdtemp(join(tmpdir(), 'opora-workplace-'));
  const settings = { profileDir, key: randomBytes(32), serverUrl, deviceName, demo: true, version: 'test' };
  const listeners = new Set<(event: CoreEvent) => void>();
  const open = async (): Promise<Core> => {
    const core = await startCore(settings);
    core.on((event) => {
      for (const listener of listeners) listener(event);
    });
    return core;
  };
  const place: TestWorkplace = {
    profileDir,
    key: settings.key,
    core: await open(),
    async ask(channel, payload = {}) {
      const reply = await place.core.call(channel, payload);
      if (!reply.ok) throw Object.assign(new Error(`${channel}: ${reply.error.code}`), reply.error);
      return reply.value as never;
    },
    command: (name, args) => place.ask('command.run', { name, args }),
    query: (name, args) => place.ask('query.run', { name, args }),
    login: (login) => place.ask('session.login', { login, password }),
    cut: (cut) => place.ask('sync.cut', { cut }),
    until: (condition, patience = 60_000) => waitFor(listeners, condition, patience, () => stateOf(place)),
    async settled() {
      await place.until(async () => {
        const status = await place.ask<SyncStatus>('sync.status');
        return status.link === 'online' && status.waiting === 0 && status.filling === 0;
      });
    },
    async restart() {
      await place.core.close();
      place.core = await open();
    },
    async close() {
      await place.core.close();
      await rm(profileDir, { recursive: true, force: true });
    },
  };
  return place;
}

/** Where a workstation stands, for whoever reads why a test failed. */
async function stateOf(place: TestWorkplace): Promise<string> {
  const [status, transfers] = await Promise.allSettled([place.ask('sync.status'), place.ask('files.transfers')]);
  return JSON.stringify({ status, transfers }, (_, value) => (value instanceof Error ? value.message : value));
}

async function waitFor(
  listeners: Set<(event: CoreEvent) => void>,
  condition: () => Promise<boolean>,
  patience: number,
  state: () => Promise<string>,
): Promise<void> {
  let wake = (): void => {};
  const listener = (): void => wake();
  listeners.add(listener);
  const until = Date.now() + patience;
  try {
    for (;;) {
      const happened = new Promise<void>((resolve) => {
        wake = resolve;
        // Some things change without an event (a file on the disk): they are looked at again now and then.
        setTimeout(resolve, 200).unref();
      });
      if (await condition()) return;
      if (Date.now() > until) throw new Error(`the condition did not come true in time: ${await state()}`);
      await happened;
    }
  } finally {
    listeners.delete(listener);
  }
}
