/** So much may be taken at once (`burst`), and so much comes back every second. */
export interface Rate {
  burst: number;
  perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets by name (a login, an address, a device, an organization). Memory stays bounded: full buckets are forgotten. */
export class RateLimiter {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes `amount` from the bucket. Returns 0, or the milliseconds after which it would have been granted (nothing is taken). */
  take(name: string, amount = 1): number {
    const wait = this.wait(name, amount);
    if (wait === 0) this.#refill(name).left -= amount;
    return wait;
  }

  /** Milliseconds after which `amount` would be granted; 0: now. Takes nothing. */
  wait(name: string, amount = 1): number {
    const { burst, perSecond } = this.#rate;
    // An amount above the whole bucket is granted when the bucket is full, else it could never pass.
    const missing = Math.min(amount, burst) - this.#refill(name).left;
    return missing > 0 ? Math.ceil((missing / perSecond) * 1_000) : 0;
  }

  /** Fills the bucket again, after a success that shows that the attempts were honest. */
  forgive(name: string): void {
    this.#buckets.delete(name);
  }

  #refill(name: string): Bucket {
    const { burst, perSecond } = this.#rate;
    const now = this.#now();
    if (this.#buckets.size > 50_000) this.#sweep(now);
    const bucket = this.#buckets.get(name) ?? { left: burst, at: now };
    const elapsed = Math.max(0, now - bucket.at) / 1_000;
    bucket.left = Math.min(burst, bucket.left + elapsed * perSecond);
    bucket.at = now;
    this.#buckets.set(name, bucket);
    return bucket;
  }

  #sweep(now: number): void {
    const { burst, perSecond } = this.#rate;
    for (const [name, { left, at }] of this.#buckets) {
      if (left + ((now - at) / 1_000) * perSecond >= burst) this.#buckets.delete(name);
    }
  }
}
