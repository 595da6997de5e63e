import type { CoreSettings } from '#electron/core/settings.ts';
import { startCore } from '#electron/core/start.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { openReadable } from '#electron/core/store/open.ts';
import { demoPassword } from '#server/plugins/demo.ts';
import type { ArgsOf, CommandName } from '#shared/commands/registry.ts';
import type { Core, CoreEvent } from '#shared/ipc/bridge.ts';
import type { CommandReply, SyncStatus } from '#shared/ipc/contract.ts';
import { type BenchCompany, copyProfile } from './support-company.ts';

/** A workstation with its threads on its own copy of the company, and an eye of ours on its database. */
export interface Station {
  core: Core;
  /** A second reading connection, for looking without asking the core. */
  eye: Readable;
  path: string;
  key: Buffer;
  ask<T>(channel: string, payload?: unknown): Promise<T>;
  command<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<CommandReply<N>>;
  commands(orders: readonly Order[]): Promise<void>;
  cut(cut: boolean): Promise<void>;
  /** Resolves when the condition holds; it is looked at after every event, and every few milliseconds. */
  until(condition: () => boolean | Promise<boolean>, patience?: number): Promise<void>;
  /** Everything entered here has its verdict and the link stands. */
  settled(patience?: number): Promise<void>;
  close(): Promise<void>;
}

export interface Order {
  name: CommandName;
  args: unknown;
}

/** Opens a copy of the profile; with a centre the person logs in and the first exchange is over when it resolves. */
export async function startStation(company: BenchCompany, serverUrl: string | null, login?: string): Promise<Station> {
  const copy = copyProfile(company);
  const { profileDir, key, path } = copy;
  const settings: CoreSettings = { profileDir, key, serverUrl, deviceName: 'bench', demo: true, version: 'bench' };
  const core = await startCore(settings);
  const station = stationOf(core, path, key, () => copy.remove());
  if (serverUrl !== null && login !== undefined) {
    await station.ask('session.login', { login, password: demoPassword });
    await station.settled();
  }
  return station;
}

export function stationOf(core: Core, path: string, key: Buffer, removed: () => void): Station {
  const eye = openReadable({ path, key });
  const station: Station = {
    core,
    eye,
    path,
    key,
    async ask(channel, payload = {}) {
      const reply = await core.call(channel, payload);
      if (!reply.ok) throw new Error(`${channel}: ${reply.error.code} ${JSON.stringify(reply.error.details)}`);
      return reply.value as never;
    },
    command: (name, args) => station.ask('command.run', { name, args }),
    async commands(orders) {
      for (let n = 0; n < orders.length; n += 500)
        await station.ask('command.run-many', { orders: orders.slice(n, n + 500) });
    },
    cut: (cut) => station.ask('sync.cut', { cut }),
    until: (condition, patience = 60_000) => until(core, condition, patience),
    settled: (patience = 60_000) =>
      station.until(async () => {
        const status = await station.ask<SyncStatus>('sync.status');
        return status.link === 'online' && status.waiting === 0 && status.filling === 0;
      }, patience),
    async close() {
      eye.close();
      await core.close();
      removed();
    },
  };
  return station;
}

async function until(core: Core, condition: () => boolean | Promise<boolean>, patience: number): Promise<void> {
  let wake = (): void => {};
  const off = core.on((_event: CoreEvent) => wake());
  const end = performance.now() + patience;
  try {
    while (!(await condition())) {
      if (performance.now() > end) throw new Error('the awaited did not happen in time');
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 5);
      });
    }
  } finally {
    off();
  }
}

/** Ids of documents spread over the whole register, in order of their ids. */
export function someDocuments(db: Readable, count: number, offset = 0): string[] {
  const sql = 'SELECT id FROM document WHERE archivedAt IS NULL ORDER BY id';
  const all = db.prepare(sql).pluck().all() as string[];
  const step = Math.max(1, Math.floor(all.length / count));
  return Array.from({ length: count }, (_, n) => all[(n * step + offset) % all.length] as string);
}
