/** Time that only moves when the run says so; timers fire in order of their time, then of their making. */
export class SimulatedClock {
  now = 1_780_000_000_000;
  #next = 0;
  readonly #timers = new Map<number, { at: number; action: () => void }>();

  schedule(milliseconds: number, action: () => void): () => void {
    const id = this.#next;
    this.#next += 1;
    this.#timers.set(id, { at: this.now + milliseconds, action });
    return () => this.#timers.delete(id);
  }

  advance(milliseconds: number): void {
    this.now += milliseconds;
    for (;;) {
      const due = [...this.#timers]
        .filter(([, timer]) => timer.at <= this.now)
        .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
      if (!due) return;
      this.#timers.delete(due[0]);
      due[1].action();
    }
  }
}
