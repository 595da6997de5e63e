/** Names under which styles know the places that were found, and the one a person stands at. */
const [FOUND, NOW] = ['op-found', 'op-found-now'];

/** Marks places of a text without touching its elements. Several parts of one view add theirs under a key of their own. */
export class Marks {
  readonly #parts = new Map<unknown, { all: readonly Range[]; now: readonly Range[] }>();

  /** Replaces the marks of a part. */
  set(key: unknown, all: readonly Range[], now: readonly Range[]): void {
    this.#parts.set(key, { all, now });
    this.#show();
  }

  remove(key: unknown): void {
    if (this.#parts.delete(key)) this.#show();
  }

  /** Takes away every mark. */
  clear(): void {
    this.#parts.clear();
    CSS.highlights.delete(FOUND);
    CSS.highlights.delete(NOW);
  }

  #show(): void {
    const parts = [...this.#parts.values()];
    CSS.highlights.set(FOUND, new Highlight(...parts.flatMap((part) => part.all)));
    const now = parts.flatMap((part) => part.now);
    const last = new Highlight(...now);
    last.priority = 1;
    CSS.highlights.set(NOW, last);
  }
}
