/** Keeps the most recently used answers; the oldest gives way. */
export class Recent<T> {
  readonly #kept = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => T): T {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const made = make();
    this.#kept.set(key, made);
    if (this.#kept.size > this.#most) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    return made;
  }
}

/** Keeps one value for the newest version of what it was made from. */
export class Latest<T> {
  #version = '';
  #value: T | undefined;

  get(version: string, make: () => T): T {
    if (this.#value === undefined || this.#version !== version) {
      this.#value = make();
      this.#version = version;
    }
    return this.#value;
  }
}
