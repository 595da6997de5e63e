import { statSync } from 'node:fs';
import { partOf } from '#electron/core/jobs/fetch-file.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';

const wantedSql = 'SELECT sha256 FROM file WHERE here = 0 AND (pinned = 1 OR wanted_at IS NOT NULL OR paused = 1)';

/** Bytes of a file that a broken or paused download has left on the disk. */
export const partSize = (profileDir: string, sha256: string): number =>
  statSync(partOf(fileOf(profileDir, sha256)), { throwIfNoEntry: false })?.size ?? 0;

/** How much of each file has moved already and does not move again: parts on this disk, and what the centre has taken since the start. */
export class Parts {
  readonly #profileDir: string;
  readonly #bytes = new Map<string, number>();
  #of: Readable | null = null;

  constructor(profileDir: string) {
    this.#profileDir = profileDir;
  }

  /** Known parts of this database's files, by hash. The disk is looked through once; afterwards transfers tell of themselves. */
  of(db: Readable): ReadonlyMap<string, number> {
    if (db === this.#of) return this.#bytes;
    this.#of = db;
    this.#bytes.clear();
    for (const sha256 of prepared(db, wantedSql).pluck().all() as string[]) this.stopped(sha256, 'down', 0);
    return this.#bytes;
  }

  get(sha256: string): number {
    return this.#bytes.get(sha256) ?? 0;
  }

  /** A transfer has ended before its file was whole; `done`: bytes it had moved, as far as it knows. */
  stopped(sha256: string, direction: 'up' | 'down', done: number): void {
    const bytes = direction === 'down' ? partSize(this.#profileDir, sha256) : Math.max(done, this.get(sha256));
    if (bytes > 0) this.#bytes.set(sha256, bytes);
    else this.forget(sha256);
  }

  forget(sha256: string): void {
    this.#bytes.delete(sha256);
  }
}
