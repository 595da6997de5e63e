import { consume, type PushReply, type PushRequest } from '#server/sync/push.ts';
import type { ServerStore } from '#server/sync/store-port.ts';
import { Tails } from '#server/sync/tail.ts';
import type { Wakes } from '#server/sync/wakes.ts';
import { centreUser } from '#shared/commands/execute.ts';
import { hashValue } from '#shared/lib/canonical.ts';
import { commandId } from '#shared/lib/ids.ts';

export interface LaneDeps {
  store: ServerStore;
  wakes: Wakes;
  now(): number;
  random(bytes: number): Uint8Array;
}

interface Waiting {
  request: PushRequest;
  resolve(reply: PushReply): void;
  reject(error: unknown): void;
}

/** Commands one transaction takes at most: larger batches are faster, but everybody behind them waits. */
const batchLimit = 1_000;

/** Commands that may wait in one lane, and how long whoever comes then is asked to stay away, in milliseconds. */
const waitingLimit = 20_000;
const retryAfterMs = 2_000;

/** One lane per organization: what waits is consumed together, one transaction at a time. */
export class Lanes {
  /** What this process has committed last. */
  readonly tails = new Tails();
  readonly #deps: LaneDeps;
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #running = new Map<string, Promise<void>>();
  #centreN = 0;

  constructor(deps: LaneDeps) {
    this.#deps = deps;
  }

  push(org: string, request: PushRequest): Promise<PushReply> {
    return new Promise((resolve, reject) => {
      const queue = this.#waiting.get(org) ?? [];
      const commands = queue.reduce((sum, one) => sum + one.request.commands.length, 0);
      if (commands > waitingLimit) return resolve({ ok: false, code: 'LIMIT', details: { retryAfterMs } });
      queue.push({ request, resolve, reject });
      this.#waiting.set(org, queue);
      if (!this.#running.has(org)) this.#running.set(org, this.#run(org));
    });
  }

  /** A command of the centre itself (a file verified, a reminder due); it takes the same road as everybody's. */
  async issue(org: string, order: { name: string; v: number; args: unknown }): Promise<PushReply> {
    const id = commandId(this.#deps.now(), this.#deps.random(10));
    this.#centreN += 1;
    const client = `centre:${id}`;
    const argsHash = hashValue([order.name, order.v, order.args]);
    const command = { ...order, id, n: 1, argsHash, baseVersions: {}, occurredAt: this.#deps.now() };
    const place = { device: 'centre', deviceName: '', epoch: null, lease: null };
    return this.push(org, { ...place, client, userId: centreUser, commands: [command] });
  }

  /** Resolves when nothing waits any more; used by a graceful stop. */
  async idle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #run(org: string): Promise<void> {
    for (;;) {
      const taken = takeBatch(this.#waiting.get(org) ?? []);
      if (taken.length === 0) break;
      await this.#consume(org, taken);
    }
    this.#running.delete(org);
  }

  async #consume(org: string, taken: Waiting[]): Promise<void> {
    const { store, wakes, now, random } = this.#deps;
    const newLease = () => Buffer.from(random(9)).toString('base64url');
    try {
      const requests = taken.map((one) => one.request);
      const outcome = await store.write(org, (tx) => consume(tx, requests, now(), newLease));
      this.tails.record(org, outcome.entry);
      for (const [n, one] of taken.entries()) one.resolve(outcome.replies[n] as PushReply);
      wakes.wake(org, outcome.scopes, outcome.entry.to.seq);
    } catch (error) {
      for (const one of taken) one.reject(error);
    }
  }
}

/** Removes from the queue as many pushes as one transaction takes: at least one, never two of the same client. */
function takeBatch(queue: Waiting[]): Waiting[] {
  const taken: Waiting[] = [];
  const clients = new Set<string>();
  let commands = 0;
  while (queue[0] && (taken.length === 0 || commands + queue[0].request.commands.length <= batchLimit)) {
    if (clients.has(queue[0].request.client)) break;
    const next = queue.shift() as Waiting;
    clients.add(next.request.client);
    commands += next.request.commands.length;
    taken.push(next);
  }
  return taken;
}
