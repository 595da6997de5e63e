import { searchSource } from '#electron/core/app/queries/found-ids.ts';
import type { Workplace } from '#electron/core/app/workplace.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import { drainSearch } from '#electron/core/store/search/drain-search.ts';
import { markOldRows } from '#electron/core/store/search/search-version.ts';

/** Between two slices, so that a command never waits longer than one of them, in milliseconds. */
const pause = 4;
/** After a save: its way to the centre and back comes first. */
const courtesy = 40;
/** So many rows at once are an import or an exchange: the index waits for the end of them, and works a little all the same. */
const manyRows = 20;
const manyPause = 150;
const longestPause = 400;

/** Reads changed rows into the search index in small slices, whenever the writing thread has nothing else to do. */
export class SearchDesk {
  readonly #workplace: () => Workplace | null;
  #timer: NodeJS.Timeout | null = null;
  #heldUntil = 0;
  #slicedAt = 0;
  /** The database in which no row has keys of an earlier program that are not marked yet. */
  #marked: Writable | null = null;

  constructor(workplace: () => Workplace | null) {
    this.#workplace = workplace;
  }

  /** `rows` have changed, or nobody knows how many. */
  wake(rows = 0): void {
    if (rows >= manyRows) this.#heldUntil = performance.now() + manyPause;
    this.#later(courtesy);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #slice(): void {
    this.#timer = null;
    const now = performance.now();
    if (now < this.#heldUntil && now - this.#slicedAt < longestPause) return this.#later(manyPause);
    this.#slicedAt = now;
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
    if (this.#marked !== db && !markOldRows(db)) this.#marked = db;
    if (drainSearch(db, searchSource(db)).left || this.#marked !== db) this.#later(pause);
  }

  #later(milliseconds: number): void {
    this.#timer ??= setTimeout(() => this.#slice(), milliseconds);
  }
}
