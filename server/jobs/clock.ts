import { Asked } from '#server/jobs/asked.ts';
import type { Job, Order } from '#server/jobs/job.ts';
import type { Lanes } from '#server/sync/lane.ts';
import type { ServerStore } from '#server/sync/store-port.ts';

export interface ClockDeps {
  /** Everybody for whom it ticks; asked anew each time, since companies come while the server runs. */
  organizations(): Promise<string[]>;
  store: Pick<ServerStore, 'read'>;
  lanes: Pick<Lanes, 'issue'>;
  now(): number;
  jobs: readonly Job[];
  /** Milliseconds between the end of a tick and the next one. */
  every: number;
  /** Called after each tick and for each order; for the operator's numbers. */
  onTick?: () => void;
  onOrder?: () => void;
  onTrouble?: (trouble: unknown, org: string | null) => void;
}

/** Orders that wait for the lane together: it takes them in one transaction. */
const together = 100;

/**
 * What happens by itself because time has passed. It changes nothing: it looks what is due and gives the centre's own commands, which
 * take the lane like everybody's and decide once more whether they are right. Two clocks on one database do no harm.
 */
export class Clock {
  readonly #deps: ClockDeps;
  readonly #asked = new Map<string, Asked>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: ClockDeps) {
    this.#deps = deps;
  }

  /** The first tick is at once: what became due while the server was down waits no longer. */
  start(): void {
    if (this.#stopped) return;
    this.#running = this.tick().finally(() => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => this.start(), this.#deps.every);
      this.#timer.unref();
    });
  }

  /** No tick begins any more; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Looks at every organization once. Never throws: trouble of one is no trouble of the others, and the next tick tries again. */
  async tick(): Promise<void> {
    const { organizations, onTrouble, onTick } = this.#deps;
    try {
      for (const org of await organizations()) {
        if (this.#stopped) return;
        await this.#look(org);
      }
    } catch (error) {
      onTrouble?.(error, null);
    }
    onTick?.();
  }

  async #look(org: string): Promise<void> {
    const { store, jobs, now, onTrouble } = this.#deps;
    const asked = this.#asked.get(org) ?? new Asked();
    this.#asked.set(org, asked);
    const at = now();
    asked.tidy(at);
    try {
      const orders = await store.read(org, async (tx) => {
        const found: Order[] = [];
        for (const job of jobs) found.push(...(await job(tx, at, (key) => asked.isNew(key, at))));
        return found;
      });
      for (let n = 0; n < orders.length; n += together)
        await Promise.all(orders.slice(n, n + together).map((order) => this.#give(org, order)));
    } catch (error) {
      asked.clear();
      onTrouble?.(error, org);
    }
  }

  async #give(org: string, order: Order): Promise<void> {
    const { lanes, onOrder, onTrouble } = this.#deps;
    const reply = await lanes.issue(org, order);
    onOrder?.();
    const code = reply.ok ? (reply.verdicts[0]?.code ?? null) : reply.code;
    if (code !== null) onTrouble?.(new Error(`${order.name}: ${code}`), org);
  }
}
