import { createHash } from 'node:crypto';
import type { FoundFile } from '#electron/core/app/desks/intake/watched-folder.ts';
import { hashOf } from '#electron/core/jobs/durable-file.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import type { IntakeItem } from '#shared/ipc/intake-channels.ts';

/** A file that waits, with the hash of its bytes once they have been read. */
export interface Waiting extends FoundFile {
  id: string;
  /** What people see: a file that was handed over has its own name in front taken away. */
  title: string;
  from: IntakeItem['from'];
  at: number;
  sha256: string | null;
  problem: IntakeItem['problem'];
}

/** Files that were handed over lie under a number of their own, so that two of one name are two. */
const NUMBER = /^\d+-[0-9a-f]{8}~/;

/** The same file is the same item; one that was written over is another. */
export const idOf = ({ path, size, changed }: FoundFile): string =>
  createHash('sha256').update(`${path}\0${size}\0${changed}`).digest('hex').slice(0, 24);

/** Keeps what waits in step with what lies in the folders, and reads each new file once for its hash. */
export class IntakeList {
  readonly #items = new Map<string, Waiting>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get all(): Waiting[] {
    return [...this.#items.values()].sort((one, other) => one.at - other.at || one.title.localeCompare(other.title));
  }

  get(id: string): Waiting | undefined {
    return this.#items.get(id);
  }

  drop(id: string): void {
    if (this.#items.delete(id)) this.#changed();
  }

  /** What a folder had that is watched no longer. */
  forget(from: IntakeItem['from']): void {
    for (const [id, item] of this.#items) if (item.from === from) this.#items.delete(id);
  }

  /** Takes over what a folder has now; each new file is read for its hash. */
  async follow(from: IntakeItem['from'], files: readonly FoundFile[], now: number): Promise<void> {
    const ids = new Set<string>();
    const fresh: Waiting[] = [];
    for (const file of files) {
      const id = idOf(file);
      ids.add(id);
      if (this.#items.has(id)) continue;
      const title = from === 'given' ? file.name.replace(NUMBER, '') : file.name;
      fresh.push({ ...file, id, title, from, at: now, sha256: null, problem: null });
    }
    for (const [id, item] of this.#items) if (item.from === from && !ids.has(id)) this.#items.delete(id);
    for (const item of fresh) {
      this.#items.set(item.id, item);
      item.sha256 = await hashOf(item.path).catch(() => null);
      if (item.sha256 === null) item.problem = { code: 'FILE_UNREADABLE', details: { name: item.title } };
    }
    this.#changed();
  }

  /** As windows see it: which document has the same bytes, which file here is a second copy. */
  tell(db: Readable): IntakeItem[] {
    const first = new Map<string, string>();
    return this.all.map(({ id, title, size, at, from, sha256, problem }) => {
      const twin = (sha256 && first.get(sha256)) ?? null;
      if (sha256 && !twin) first.set(sha256, title);
      return { id, name: title, size, at, from, known: sha256 ? knownBytes(db, sha256) : null, twin, problem };
    });
  }
}

function knownBytes(db: Readable, sha256: string): IntakeItem['known'] {
  const found = prepared(
    db,
    `SELECT document.id AS documentId, document.subject AS subject FROM attachment JOIN document ON document.id = attachment.documentId
     WHERE attachment.sha256 = ? AND attachment.archivedAt IS NULL AND document.archivedAt IS NULL LIMIT 1`,
  ).get(sha256);
  return (found as IntakeItem['known'] | undefined) ?? null;
}
