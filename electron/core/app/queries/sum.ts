/** Adds integers up exactly as long as the sum itself is (2^53 kopecks), whatever the parts add up to on the way. */
export class Sum {
  #whole = 0n;
  #part = 0;

  add(amount: number): void {
    const next = this.#part + amount;
    if (Number.isSafeInteger(next)) {
      this.#part = next;
    } else {
      this.#whole += BigInt(this.#part);
      this.#part = amount;
    }
  }

  get value(): number {
    return Number(this.#whole + BigInt(this.#part));
  }
}

/** The sum of integers over rows. */
export function sumOf(rids: Uint32Array, amountOf: (rid: number) => number): number {
  const sum = new Sum();
  for (let at = 0; at < rids.length; at += 1) sum.add(amountOf(rids[at] as number));
  return sum.value;
}
