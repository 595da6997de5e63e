import type { Refusal } from '#shared/domain/error.ts';

interface Awaited {
  sha256: string;
  size: number;
  attachmentId: string;
}

/** People who wait for bytes: several may wait for the same file. */
export class Waiters {
  readonly #files = new Map<string, { file: Awaited; arrival: PromiseWithResolvers<void> }>();

  has(sha256: string): boolean {
    return this.#files.has(sha256);
  }

  list(): Awaited[] {
    return [...this.#files.values()].map((one) => one.file);
  }

  add(file: Awaited): Promise<void> {
    const known = this.#files.get(file.sha256);
    if (known) return known.arrival.promise;
    const arrival = Promise.withResolvers<void>();
    this.#files.set(file.sha256, { file, arrival });
    return arrival.promise;
  }

  done(sha256: string): void {
    const waiter = this.#files.get(sha256);
    this.#files.delete(sha256);
    waiter?.arrival.resolve();
  }

  fail(sha256: string, refusal: Refusal): void {
    const waiter = this.#files.get(sha256);
    this.#files.delete(sha256);
    waiter?.arrival.reject(refusal);
  }

  failAll(refusal: Refusal): void {
    for (const sha256 of [...this.#files.keys()]) this.fail(sha256, refusal);
  }
}
