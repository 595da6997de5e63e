import { genesisHash } from '#server/store/genesis.ts';
import type { Batch, ServerStore, WriteTx } from '#server/sync/store-port.ts';
import { MemoryReadTx } from '#tests/simulation/memory-read.ts';
import { MemoryState } from '#tests/simulation/memory-state.ts';

interface Organization {
  state: MemoryState;
  /** The lock of the counter row, and who waits for it. */
  locked: boolean;
  waiting: (() => void)[];
}

/** Collects writes: they show to its own later reads, and to everybody else at the commit. */
class MemoryWriteTx extends MemoryReadTx implements WriteTx {
  readonly #committed: MemoryState;
  readonly #waiting: Batch[] = [];
  #own: MemoryState | null = null;

  constructor(committed: MemoryState) {
    super(committed);
    this.#committed = committed;
  }

  async write(batch: Batch): Promise<void> {
    this.#waiting.push(batch);
  }

  /** Most transactions write once, at their end: only one that reads afterwards pays for a copy. */
  protected override get state(): MemoryState {
    if (this.#waiting.length > 0) this.#own = this.#applied(this.#own ?? this.#committed.copy());
    return this.#own ?? this.#committed;
  }

  /** The state after the commit: the same object as before unless a snapshot looks at it. */
  commit(): MemoryState {
    if (this.#own) return this.#applied(this.#own);
    const alone = this.#committed.readers === 0 || this.#waiting.length === 0;
    return this.#applied(alone ? this.#committed : this.#committed.copy());
  }

  #applied(state: MemoryState): MemoryState {
    for (const batch of this.#waiting.splice(0)) state.apply(batch);
    return state;
  }
}

/** How a history disturbs the store; without it everything goes in the order it came and at once. */
export interface Disorder {
  /** Which of so many waiting writers has the lock of the counter row next. */
  next(waiting: number): number;
  /** Called with the work of a transaction done, right before it is committed. */
  beforeCommit(): Promise<void>;
}

export interface MemoryStore extends ServerStore {
  /** `check` is called right before the commit; what it throws ends the transaction. */
  write<T>(org: string, work: (tx: WriteTx) => Promise<T>, check?: () => void): Promise<T>;
  /** What an organization has now; not to be changed. */
  stateOf(org: string): MemoryState;
  /** Puts another state in its place, as the restoring of a backup does; who is writing meanwhile fails. */
  replace(org: string, state: MemoryState): void;
}

/** The server's store in memory: no clock, no timers, the same order of events in every run of a seed. */
export function createMemoryStore(disorder?: Disorder): MemoryStore {
  const organizations = new Map<string, Organization>();
  const find = (org: string): Organization => {
    const found = organizations.get(org);
    if (!found) throw new Error(`no such organization: ${org}`);
    return found;
  };
  /** Resolves when the lock of the counter row is ours. */
  const lock = async (organization: Organization): Promise<void> => {
    if (organization.locked) await new Promise<void>((resolve) => organization.waiting.push(resolve));
    organization.locked = true;
  };
  const release = (organization: Organization): void => {
    const { waiting } = organization;
    if (waiting.length === 0) organization.locked = false;
    else waiting.splice(disorder?.next(waiting.length) ?? 0, 1)[0]?.();
  };
  return {
    async createOrganization(org, epoch) {
      if (organizations.has(org)) return;
      const state = new MemoryState({ epoch, seq: 0, chainHash: genesisHash(org) });
      organizations.set(org, { state, locked: false, waiting: [] });
    },
    async write(org, work, check) {
      const organization = find(org);
      await lock(organization);
      try {
        const before = organization.state;
        const tx = new MemoryWriteTx(before);
        const result = await work(tx);
        await disorder?.beforeCommit();
        check?.();
        if (organization.state !== before) throw new Error('the store has been replaced');
        organization.state = tx.commit();
        return result;
      } finally {
        release(organization);
      }
    },
    async read(org, work) {
      const { state } = find(org);
      state.readers += 1;
      try {
        return await work(new MemoryReadTx(state));
      } finally {
        state.readers -= 1;
      }
    },
    stateOf: (org) => find(org).state,
    replace(org, state) {
      find(org).state = state;
    },
  };
}
