interface Listener {
  scopes: ReadonlySet<string>;
  notify(seq: number): void;
}

/** Who is told that something happened: only those whose scopes were touched, and without any data. */
export class Wakes {
  readonly #listeners = new Map<string, Set<Listener>>();

  listen(org: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(org) ?? new Set();
    this.#listeners.set(org, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  wake(org: string, scopes: ReadonlySet<string>, seq: number): void {
    if (scopes.size === 0) return;
    for (const listener of this.#listeners.get(org) ?? []) {
      for (const scope of scopes) {
        if (!listener.scopes.has(scope)) continue;
        listener.notify(seq);
        break;
      }
    }
  }
}
