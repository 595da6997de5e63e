const first = 300;
const longest = 60_000;

/** Files that are tried again later, each after twice the time of before, from 0.3 seconds up to a minute. */
export class Delays {
  readonly #delays = new Map<string, { tries: number; code: string; timer: NodeJS.Timeout | null }>();
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
    this.#delays.set(sha256, { tries, code, timer });
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
