interface Listener {
  scopes: ReadonlySet<string>;
  notify(seq: number): void;
}

/** Told of what this process has committed: the organization, its touched scopes and its new head. */
export type HearOwn = (org: string, scopes: ReadonlySet<string>, seq: number) => void;
/** Told that another process has committed up to a seq: what is kept of the organization in memory is not the whole any more. */
export type HearElsewhere = (org: string, seq: number) => void;

/** Who is told that something happened: only those whose scopes were touched, and without any data. */
export class Wakes {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #hearOwn = new Set<HearOwn>();
  readonly #hearElsewhere = new Set<HearElsewhere>();
  readonly #hearListening = new Set<(org: string, seen: number) => void>();
  /** The newest head that somebody was woken for. */
  readonly #newest = new Map<string, number>();

  /** `seen` is the head that the listener knows of: what was committed before it could listen is told at once. */
  listen(org: string, listener: Listener, seen?: number): () => void {
    const listeners = this.#listeners.get(org) ?? new Set();
    this.#listeners.set(org, listeners.add(listener));
    if (seen !== undefined) {
      for (const hear of this.#hearListening) hear(org, seen);
      const newest = this.#newest.get(org) ?? 0;
      // Not within this call: whoever listens still has to say welcome.
      if (newest > seen) queueMicrotask(() => listeners.has(listener) && listener.notify(newest));
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(org) === listeners) this.#listeners.delete(org);
    };
  }

  /** This process has committed. */
  wake(org: string, scopes: ReadonlySet<string>, seq: number): void {
    if (scopes.size === 0) return;
    this.#newest.set(org, Math.max(seq, this.#newest.get(org) ?? 0));
    this.#notify(org, scopes, seq);
    for (const hear of this.#hearOwn) hear(org, scopes, seq);
  }

  /** Another process has committed up to `seq`; `scopes` null: which ones were touched is not known, so everybody is told. */
  wakeFromElsewhere(org: string, scopes: ReadonlySet<string> | null, seq: number): void {
    // What is kept in memory has to know before anybody asks for the news.
    for (const hear of this.#hearElsewhere) hear(org, seq);
    this.#newest.set(org, Math.max(seq, this.#newest.get(org) ?? 0));
    if (scopes) this.#notify(org, scopes, seq);
    else for (const listener of this.#listeners.get(org) ?? []) listener.notify(seq);
  }

  onOwn(hear: HearOwn): void {
    this.#hearOwn.add(hear);
  }

  onElsewhere(hear: HearElsewhere): void {
    this.#hearElsewhere.add(hear);
  }

  /** Told of everybody who begins to listen, with the head they know of. */
  onListening(hear: (org: string, seen: number) => void): void {
    this.#hearListening.add(hear);
  }

  /** Organizations for which somebody listens here. */
  organizations(): string[] {
    return [...this.#listeners.keys()];
  }

  /** Every scope for which somebody of the organization listens here. */
  scopesOf(org: string): Set<string> {
    const found = new Set<string>();
    for (const { scopes } of this.#listeners.get(org) ?? []) for (const scope of scopes) found.add(scope);
    return found;
  }

  #notify(org: string, scopes: ReadonlySet<string>, seq: number): void {
    for (const listener of this.#listeners.get(org) ?? []) {
      for (const scope of scopes) {
        if (!listener.scopes.has(scope)) continue;
        listener.notify(seq);
        break;
      }
    }
  }
}
