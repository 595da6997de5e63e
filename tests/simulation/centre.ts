import { Lanes } from '#server/sync/lane.ts';
import type { PushReply } from '#server/sync/push.ts';
import { createSession, type Session, type SessionDeps } from '#server/sync/session.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import { Wakes } from '#server/sync/wakes.ts';
import type { Down } from '#shared/sync/down.ts';
import { rowsOfCentre } from '#tests/simulation/centre-rows.ts';
import type { Chance } from '#tests/simulation/chance.ts';
import { foundCompany, org } from '#tests/simulation/company.ts';
import type { MemoryState } from '#tests/simulation/memory-state.ts';
import { createMemoryStore, type MemoryStore } from '#tests/simulation/memory-store.ts';

/** The work of a process that has been killed comes to nothing. */
export class ProcessGone extends Error {}

interface Process {
  alive: boolean;
  lanes: Lanes;
  wakes: Wakes;
  deps: SessionDeps;
  /** Ends of connections that break with the process. */
  ends: Set<() => void>;
}

/** The centre: several server processes on one store, killed and replaced, and a store that can be put back to an older state. */
export class Centre {
  readonly store: MemoryStore;
  /** Its own clock; a history may set it wrong. */
  skew = 0;
  /** Kills of a process or restorings so far. */
  kills = 0;
  restored = 0;
  /** Called at every commit. */
  committed: () => void = () => undefined;
  readonly #chance: Chance;
  readonly #now: () => number;
  readonly #processes: Process[] = [];
  readonly #news: (() => void)[] = [];
  #backup: MemoryState | null = null;

  /** `disorder`: so many turns of the loop, at most, lie between the work of a transaction and its commit. */
  constructor(chance: Chance, now: () => number, processes: number, disorder: number) {
    this.#chance = chance;
    this.#now = () => now() + this.skew;
    this.store = createMemoryStore({
      next: (waiting) => (waiting > 1 && disorder > 0 ? chance.below(waiting) : 0),
      beforeCommit: async () => {
        const turns = disorder > 0 ? chance.below(disorder) : 0;
        for (let n = 0; n < turns; n += 1) await Promise.resolve();
      },
    });
    for (let n = 0; n < processes; n += 1) this.#start();
  }

  async found(): Promise<void> {
    await foundCompany(this.store);
  }

  /** What it answers with a fault, as while its database restarts; connections stay. */
  fails: 'nothing' | 'pushes' | 'everything' = 'nothing';
  /** Pushes answered so. */
  failed = 0;

  get processes(): number {
    return this.#processes.length;
  }

  /** Opens a connection to whichever process it happens to reach; `broken` is told when that process dies. */
  open(transport: { send(message: Down): void; close(): void }, broken: () => void): Session {
    const process = this.#chance.pick(this.#processes);
    const session = createSession(process.deps, transport);
    const end = (): void => {
      session.closed();
      broken();
    };
    process.ends.add(end);
    return {
      receive: (message) => {
        if (!process.alive) return Promise.resolve();
        if (this.fails === 'nothing' || (this.fails === 'pushes' && message.t !== 'push'))
          return session.receive(message);
        if (message.t === 'push') this.failed += 1;
        transport.send({ t: 'refused', ref: message.t === 'hello' ? null : message.ref, code: 'INTERNAL' });
        return Promise.resolve();
      },
      closed: () => {
        process.ends.delete(end);
        session.closed();
      },
    };
  }

  /** One process is killed, whatever it is doing, and another is started in its place. Connections to it break. */
  kill(): void {
    this.kills += 1;
    const [gone] = this.#processes.splice(this.#chance.below(this.#processes.length), 1);
    if (gone) this.#end(gone);
    this.#start();
  }

  backUp(): void {
    this.#backup = this.store.stateOf(org).copy();
  }

  /** Commands that a restoring of the last backup would lose; null when there is none. */
  get behindBackup(): number | null {
    return this.#backup && this.store.stateOf(org).head.seq - this.#backup.head.seq;
  }

  /** Every process ends, the store is as it was at the backup. Whoever restores it may forget to name a new epoch. */
  restore(rotated: boolean): void {
    if (!this.#backup) return;
    const { length } = this.#processes;
    for (const process of this.#processes.splice(0)) this.#end(process);
    const state = this.#backup;
    this.#backup = null;
    this.restored += 1;
    this.kills += 1;
    if (rotated) state.head = { ...state.head, epoch: `epoch-${this.restored + 1}` };
    this.#news.length = 0;
    this.store.replace(org, state);
    for (let n = 0; n < length; n += 1) this.#start();
  }

  /** Leaves older than an instant of the true clock are forgotten. */
  compact(before: number): void {
    this.store.stateOf(org).compact(before + this.skew);
  }

  /** What processes tell each other of their commits comes late, and not in order. */
  passNews(all: boolean): void {
    while (this.#news.length > 0) {
      if (!all && this.#chance.happens(40)) return;
      this.#news.splice(this.#chance.below(this.#news.length), 1)[0]?.();
    }
  }

  get newsWaits(): boolean {
    return this.#news.length > 0;
  }

  /** The bytes of a file are whole in the centre and have the right hash; undefined when nobody has named such a file yet. */
  async verify(sha256?: string): Promise<PushReply | undefined> {
    const files = await rowsOfCentre(this.store, 'attachment');
    const next = files.find((file) => file.verifiedAt === null && (!sha256 || file.sha256 === sha256));
    if (!next) return undefined;
    const args = { sha256: next.sha256, size: next.size };
    return this.#processes[0]?.lanes.issue(org, { name: 'attachment.verify', v: 1, args });
  }

  #start(): void {
    const wakes = new Wakes();
    const now = this.#now;
    const process: Process = { alive: true, wakes, ends: new Set() } as unknown as Process;
    const store = this.#storeOf(process);
    const random = (length: number): Uint8Array => this.#chance.bytes(length);
    process.lanes = new Lanes({ store, wakes, now, random });
    const authenticate = async (token: string) => ({ org, userId: token });
    process.deps = { store, lanes: process.lanes, wakes, now, authenticate };
    wakes.onOwn((of, scopes, seq) => {
      for (const other of this.#processes)
        if (other !== process) this.#news.push(() => other.wakes.wakeFromElsewhere(of, scopes, seq));
    });
    this.#processes.push(process);
  }

  /** Nobody announces what a process committed with its last breath: the others see that the head has moved. */
  #foundByPolling(of: string): void {
    const { seq } = this.store.stateOf(of).head;
    for (const other of this.#processes) this.#news.push(() => other.wakes.wakeFromElsewhere(of, null, seq));
  }

  #end(process: Process): void {
    process.alive = false;
    for (const end of process.ends) end();
    process.ends.clear();
  }

  /** The store as one process has it: dead before its commit it writes nothing, dead after it answers nobody. */
  #storeOf(process: Process): ServerStore {
    const { store } = this;
    const check = (): void => {
      if (!process.alive) throw new ProcessGone();
    };
    return {
      createOrganization: (of, epoch) => store.createOrganization(of, epoch),
      read: (of, work) => store.read(of, work),
      write: async (of, work) => {
        check();
        const result = await store.write(of, work, check);
        this.committed();
        if (!process.alive) this.#foundByPolling(of);
        check();
        return result;
      },
    };
  }
}
