/** One push that has no answer yet: the commands `from` to `to`. */
export interface Sent {
  ref: number;
  from: number;
  to: number;
  /** Under which ids they left, in order. */
  ids: readonly string[];
  /** When it left, or when the one before it was answered. */
  at: number;
  /** It left while another was on the wire. */
  behind: boolean;
}

/** While the centre works on one push, the next is on its way. */
const most = 2;

/** Pushes that have left, in order; the centre answers them in order. */
export class OnTheWire {
  #sent: Sent[] = [];

  get empty(): boolean {
    return this.#sent.length === 0;
  }

  get full(): boolean {
    return this.#sent.length >= most;
  }

  /** All of them together, by n. */
  get range(): { from: number; to: number } | null {
    const [first, last] = [this.#sent[0], this.#sent.at(-1)];
    return first && last ? { from: first.from, to: last.to } : null;
  }

  get commands(): number {
    return this.#sent.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  }

  has(ref: number): boolean {
    return this.#sent.some((one) => one.ref === ref);
  }

  add(push: Omit<Sent, 'behind'>): void {
    this.#sent.push({ ...push, behind: !this.empty });
  }

  /** The push that this answers; undefined when nobody waits for it any more. */
  answered(ref: number, now: number): Sent | undefined {
    const found = this.#sent.find((one) => one.ref === ref);
    if (!found) return undefined;
    this.#sent = this.#sent.filter((one) => one !== found);
    for (const one of this.#sent) one.at = now;
    return found;
  }

  /** Nobody waits for an answer any more; the commands are sent again. */
  forget(): void {
    this.#sent = [];
  }
}
