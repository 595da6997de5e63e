import { type Candidate, ranks } from '#electron/core/files/candidates.ts';
import type { Readable } from '#electron/core/store/handle.ts';
import { readMeta } from '#electron/core/store/meta.ts';
import { firstUndecided } from '#electron/core/store/outbox.ts';
import { prepared } from '#electron/core/store/prepared.ts';

const alone = `SELECT sha256, size FROM file WHERE uploaded = 0 AND here = 1 AND problem IS NULL AND paused = 0
  AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file.sha256) ORDER BY size LIMIT 50`;
const named = `SELECT 1 FROM outbox WHERE n >= ? AND state = 'accepted'
  AND name IN ('attachment.add', 'attachment.add-version', 'document.import') AND instr(args, ?) > 0 LIMIT 1`;

/**
 * One's own files whose record went out of sight before they were sent: the centre has accepted the command that names them, and
 * nobody else has the bytes. They travel like the others; bytes that no accepted command names have nowhere to go.
 */
export class UnseenFiles {
  /** By hash: no command before this n names the file. */
  readonly #looked = new Map<string, number>();
  readonly #named = new Set<string>();
  #db: Readable | null = null;
  /** Of the database that was read last. */
  waiting = 0;

  list(db: Readable): Candidate[] {
    if (db !== this.#db) {
      this.#looked.clear();
      this.#named.clear();
      this.#db = db;
    }
    const found = (prepared(db, alone).all() as { sha256: string; size: number }[]).filter((one) =>
      this.#isNamed(db, one.sha256),
    );
    this.waiting = found.length;
    // Begun anew each time: only the answer to the last byte says that the centre has checked them, since their record cannot be asked for.
    return found.map(({ sha256, size }) => ({
      direction: 'up',
      sha256,
      size,
      attachmentId: '',
      uploadUrl: null,
      cause: null,
      rank: ranks.up,
    }));
  }

  /** Commands that have been decided are read once: this is asked after every change. */
  #isNamed(db: Readable, sha256: string): boolean {
    if (this.#named.has(sha256)) return true;
    const isNamed = prepared(db, named).get(this.#looked.get(sha256) ?? 0, sha256) !== undefined;
    if (isNamed) this.#named.add(sha256);
    else this.#looked.set(sha256, firstUndecided(db) ?? (readMeta(db, 'issuedN') ?? 0) + 1);
    return isNamed;
  }
}
