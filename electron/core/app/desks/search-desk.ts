import type { Workplace } from '#electron/core/app/workplace.ts';
import { searchText } from '#electron/core/jobs/search-text.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { drainSearch } from '#electron/core/store/search/drain-search.ts';
import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';

/** Between two slices, so that a command never waits longer than one of them, in milliseconds. */
const pause = 4;

/** Reads changed rows into the search index in small slices, whenever the writing thread has nothing else to do. */
export class SearchDesk {
  readonly #workplace: () => Workplace | null;
  #timer: NodeJS.Timeout | null = null;

  constructor(workplace: () => Workplace | null) {
    this.#workplace = workplace;
  }

  wake(): void {
    this.#timer ??= setTimeout(() => this.#slice(), pause);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #slice(): void {
    this.#timer = null;
    const db = this.#workplace()?.db;
    if (!db?.open) return;
    try {
      this.#drain(db);
    } catch (error) {
      // What cannot be indexed waits for the next change; nothing else stops for it.
      console.error('search index', error);
    }
  }

  #drain(db: Writable): void {
    const source = { loadText: (entity: string, id: string) => searchText(db, entity, id), keysOf: wordKeysHere() };
    if (drainSearch(db, source).left) this.wake();
  }
}
