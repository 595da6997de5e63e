/** How long an answer holds: somebody may have been unblocked, a department may have got a head. In milliseconds. */
const holdsFor = 60 * 60_000;

/** What has been looked at within the last hour. Kept in memory only: a restart looks once more, and the commands bear it. */
export class Asked {
  readonly #at = new Map<string, number>();

  /** Whether a key is looked at for the first time in an hour; from now on it is not. */
  isNew(key: string, now: number): boolean {
    const before = this.#at.get(key);
    if (before !== undefined && now - before < holdsFor) return false;
    this.#at.set(key, now);
    return true;
  }

  /** Drops what holds no more, so that it does not grow with the years. */
  tidy(now: number): void {
    for (const [key, at] of this.#at) if (now - at >= holdsFor) this.#at.delete(key);
  }

  /** Nothing is known to have been done: a tick has failed. */
  clear(): void {
    this.#at.clear();
  }
}
