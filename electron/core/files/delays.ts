const first = 300;
const longest = 60_000;

/** Files that are tried again later, each after twice the time of before, from 0.3 seconds up to a minute. */
export class Delays {
  readonly #delays = new Map<string, { tries: number; code: string; nth: number; timer: NodeJS.Timeout | null }>();
  #added = 0;
  readonly #over: () => void;

  constructor(over: () => void) {
    this.#over = over;
  }

  /** Whether a file has still to wait. */
  has(sha256: string): boolean {
    return Boolean(this.#delays.get(sha256)?.timer);
  }

  /** Why the last attempt failed. */
  codeOf(sha256: string): string | null {
    return this.#delays.get(sha256)?.code ?? null;
  }

  /** How many failures there have been: says of another event whether it came before or after one. */
  get order(): number {
    return this.#added;
  }

  /** Files that a broken link has stopped no later than at this place of the order wait no longer; whether there were any. */
  forgetBroken(order: number): boolean {
    const broken = [...this.#delays].filter(
      ([, one]) => one.timer && one.code === 'SERVER_UNREACHABLE' && one.nth <= order,
    );
    for (const [sha256] of broken) this.forget(sha256);
    return broken.length > 0;
  }

  /** `wait`: milliseconds the centre asked for; null: the usual time. */
  add(sha256: string, code: string, wait: number | null): void {
    const tries = (this.#delays.get(sha256)?.tries ?? 0) + 1;
    this.forget(sha256);
    const timer = setTimeout(
      () => {
        const delay = this.#delays.get(sha256);
        if (delay) delay.timer = null;
        this.#over();
      },
      wait ?? Math.min(longest, first * 2 ** Math.min(tries - 1, 12)),
    );
    this.#added += 1;
    this.#delays.set(sha256, { tries, code, nth: this.#added, timer });
  }

  forget(sha256: string): void {
    const timer = this.#delays.get(sha256)?.timer;
    if (timer) clearTimeout(timer);
    this.#delays.delete(sha256);
  }

  clear(): void {
    for (const sha256 of [...this.#delays.keys()]) this.forget(sha256);
  }
}
