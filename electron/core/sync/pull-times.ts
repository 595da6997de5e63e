interface Clock {
  now(): number;
  /** Calls once, later; the function returned takes it back. */
  schedule(wait: number, action: () => void): () => void;
}

/** Between two pulls while the outbox drains, in milliseconds. */
export const drainPause = 1_000;
/** Without a wake the centre is asked this often. */
const pollEvery = 15_000;

/** When the centre is asked: at once, at most once a second while the outbox drains, and now and then without a reason. */
export class PullTimes {
  readonly #clock: Clock;
  #lastAt = Number.NEGATIVE_INFINITY;
  #next: (() => void) | null = null;
  #poll: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A pull stands in line already. */
  get waits(): boolean {
    return this.#next !== null;
  }

  asked(): void {
    this.#lastAt = this.#clock.now();
  }

  /** Asks now, or when the last pull is long enough ago. */
  ask(draining: boolean, ask: () => void): void {
    // A clock that was set back makes nobody wait longer.
    const wait = draining ? Math.min(drainPause, this.#lastAt + drainPause - this.#clock.now()) : 0;
    if (wait <= 0) return ask();
    this.#next = this.#clock.schedule(wait, () => {
      this.#next = null;
      ask();
    });
  }

  /** Asks now and then, as long as the action says that there is somebody to ask. */
  poll(ask: () => boolean): void {
    this.#poll?.();
    this.#poll = this.#clock.schedule(pollEvery, () => {
      if (ask()) this.poll(ask);
    });
  }

  stop(): void {
    this.#next?.();
    this.#poll?.();
    this.#next = null;
    this.#poll = null;
  }
}
