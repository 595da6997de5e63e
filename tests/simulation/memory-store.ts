import { genesisHash } from '#server/store/genesis.ts';
import type { Batch, ServerStore, WriteTx } from '#server/sync/store-port.ts';
import { MemoryReadTx } from '#tests/simulation/memory-read.ts';
import { MemoryState } from '#tests/simulation/memory-state.ts';

interface Organization {
  state: MemoryState;
  /** Resolves when the writer before has ended: the lock of the counter row. */
  turn: Promise<unknown>;
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

/** The server's store in memory: no clock, no timers, the same order of events in every run of a seed. */
export function createMemoryStore(): ServerStore {
  const organizations = new Map<string, Organization>();
  const find = (org: string): Organization => {
    const found = organizations.get(org);
    if (!found) throw new Error(`no such organization: ${org}`);
    return found;
  };
  return {
    async createOrganization(org, epoch) {
      if (organizations.has(org)) return;
      const state = new MemoryState({ epoch, seq: 0, chainHash: genesisHash(org) });
      organizations.set(org, { state, turn: Promise.resolve() });
    },
    async write(org, work) {
      const organization = find(org);
      const run = organization.turn.then(async () => {
        const tx = new MemoryWriteTx(organization.state);
        const result = await work(tx);
        organization.state = tx.commit();
        return result;
      });
      organization.turn = run.catch(() => undefined);
      return run;
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
  };
}
