import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { hashOf } from '#electron/core/jobs/durable-file.ts';
import { fileOf } from '#electron/core/profile/places.ts';

/** A file that has been read and compared is believed for so long, as long as it looks the same, milliseconds. */
const believed = 60 * 60_000;
const most = 5_000;

/** Which files of this run have been compared with their hash: a disk may change bytes without a word. */
export class CheckedFiles {
  readonly #seen = new Map<string, { stamp: string; at: number }>();

  /** Whether the bytes are there and are what their name promises. */
  async isWhole(path: string, sha256: string): Promise<boolean> {
    const stamp = stampOf(path);
    if (stamp === null) return false;
    const seen = this.#seen.get(sha256);
    if (seen?.stamp === stamp && seen.at + believed > performance.now()) return true;
    if ((await hashOf(path).catch(() => '')) !== sha256) return false;
    this.#believe(sha256, stamp);
    return true;
  }

  /** The bytes went through the hash on their way to the disk: who has just added a large scan does not wait for it twice. */
  written(path: string, sha256: string): void {
    const stamp = stampOf(path);
    if (stamp !== null) this.#believe(sha256, stamp);
  }

  #believe(sha256: string, stamp: string): void {
    if (this.#seen.size >= most) this.#seen.clear();
    this.#seen.set(sha256, { stamp, at: performance.now() });
  }
}

function stampOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? `${found.size}:${found.mtimeMs}:${found.ino}` : null;
}

/** Bytes that do not match are put beside their place, not thrown away: they may be the only ones. Says whether there were any. */
export function setAsideDamaged(path: string): boolean {
  if (!existsSync(path)) return false;
  renameSync(path, `${path}.damaged`);
  return true;
}

/** The right bytes have come: the spoiled ones are not needed. */
export const dropDamaged = (path: string): void => rmSync(`${path}.damaged`, { force: true });

export const hasDamaged = (profileDir: string, sha256: string): boolean =>
  existsSync(`${fileOf(profileDir, sha256)}.damaged`);
