import type { ChangedRows } from '#electron/core/store/changed-rows.ts';
import { commitPage, commitSlice } from '#electron/core/store/commit-page.ts';
import type { Writable } from '#electron/core/store/handle.ts';
import type { Here } from '#electron/core/store/run-pending.ts';
import type { Pulled } from '#shared/sync/down.ts';

export interface SlicePorts {
  db: Writable;
  here: Here;
  now(): number;
  schedule(milliseconds: number, action: () => void): () => void;
  changed(rows: ChangedRows): void;
  /** Rows of one slice; a slice is one transaction, and a save waits for it. */
  sliceRows?: number;
}

/** About as long as a save may wait without being noticed, on a slow disk too. */
const sliceRows = 200;
/** As many times more rows than usual a slice may take, while it is not the rows that take its time. */
const widest = 8;
/** Between two slices, in milliseconds. */
const longestPause = 1_000;

/** Applies pages of the feed slice by slice; between two of them come whoever saves and whatever is sent. */
export class PageSlices {
  readonly #ports: SlicePorts;
  readonly #yields: () => boolean;
  #next: (() => void) | null = null;
  /** After a long time without a link every slice runs the same pending commands again: fewer slices, less of that. */
  #wide = 1;

  /** `yields`: the writer has something better to do, so pages take a third of its time. */
  constructor(ports: SlicePorts, yields: () => boolean) {
    this.#ports = ports;
    this.#yields = yields;
  }

  /** A page has been begun and its next slice waits. */
  get busy(): boolean {
    return this.#next !== null;
  }

  /** `done` is called once, unless the page is given up by `stop`: nothing of it is lost, the cursor has not moved. */
  apply(page: Pulled, done: () => void): void {
    const { db, here, now, schedule } = this.#ports;
    const began = now();
    const cut = sliceEnd(page.changes, (this.#ports.sliceRows ?? sliceRows) * this.#wide);
    if (cut === page.changes.length) {
      this.#tell(commitPage(db, page, here, began));
      return done();
    }
    const rest = page.changes.slice(cut);
    const changed = commitSlice(db, { ...page, changes: page.changes.slice(0, cut) }, here);
    this.#wide = changed.ranAgain > cut ? Math.min(widest, this.#wide * 2) : 1;
    this.#tell(changed);
    // A clock may have been set meanwhile.
    const pause = this.#yields() ? Math.min(longestPause, Math.max(0, 2 * (now() - began))) : 0;
    this.#next = schedule(pause, () => {
      this.#next = null;
      this.apply({ ...page, changes: rest, inbox: [] }, done);
    });
  }

  stop(): void {
    this.#next?.();
    this.#next = null;
  }

  #tell(rows: ChangedRows): void {
    if (!rows.empty) this.#ports.changed(rows);
  }
}

/** How many changes a slice takes: it never ends in the middle of what one command wrote. */
function sliceEnd(changes: Pulled['changes'], rows: number): number {
  let end = Math.min(rows, changes.length);
  while (end < changes.length && changes[end]?.v === changes[end - 1]?.v) end += 1;
  return end;
}
