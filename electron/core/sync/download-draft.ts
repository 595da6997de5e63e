import { rmSync } from 'node:fs';
import { readJson, writeJson } from '#electron/core/profile/json-file.ts';
import { type Fresh, type FreshRow, fillFresh } from '#electron/core/store/fresh.ts';
import { schemaVersion } from '#shared/sync/version.ts';

/** First line of the stream of rows. */
export interface SnapshotHead {
  head: { seq: number; chainHash: string; epoch: string };
  membershipSeq: number;
  scopes: string[];
  total: number;
}

/** What lies beside a draft that was left half-way; a draft without it was killed while it was written and is worth nothing. */
interface Left {
  schema: string;
  start: SnapshotHead;
  /** The last whole row in the draft, `entity/id`, and how many rows there are. */
  after: string;
  done: number;
}

/** The database of a first download while it grows: begun once, continued by one connection after another, or by another start of the program. */
export class DownloadDraft {
  readonly #path: string;
  readonly #key: Buffer | null;
  #fresh: Fresh | null = null;
  #start: SnapshotHead | null = null;
  after: string | null = null;
  done = 0;

  constructor(path: string, key: Buffer | null) {
    this.#path = path;
    this.#key = key;
    const left = readJson<Left>(this.#note);
    // From here on the draft is written to: should the program be killed, nobody takes it for a whole one.
    rmSync(this.#note, { force: true });
    if (left?.schema === schemaVersion) this.#takeUp(left);
    else this.drop();
  }

  get total(): number {
    return this.#start?.total ?? 0;
  }

  /**
   * Whether rows that follow this head continue those in the draft. Rows written meanwhile come with the first pull, which begins at
   * the head got first; with another history, or other scopes, the draft is another's.
   */
  continues({ head, scopes }: SnapshotHead): boolean {
    const start = this.#start;
    if (!start || head.epoch !== start.head.epoch || head.seq < start.head.seq) return false;
    return [...scopes].sort().join() === [...start.scopes].sort().join();
  }

  begin(start: SnapshotHead): void {
    this.drop();
    this.#fresh = fillFresh(this.#path, this.#key);
    this.#start = start;
  }

  /** Takes lines of the stream; throws SyntaxError before any is taken when one of them is not whole. */
  add(lines: readonly string[]): void {
    const rows = lines.map((line) => JSON.parse(line) as FreshRow);
    const last = rows.at(-1);
    if (!last) return;
    this.#fresh?.add(rows);
    this.after = `${last.e}/${last.id}`;
    this.done += rows.length;
  }

  /** Leaves the draft half-way, durably, for another time. */
  leave(): void {
    if (!this.#fresh || !this.#start || this.after === null) return this.drop();
    this.#fresh.pause();
    this.#fresh = null;
    const left: Left = { schema: schemaVersion, start: this.#start, after: this.after, done: this.done };
    writeJson(this.#note, left);
  }

  finish(): void {
    if (!this.#start) return;
    const { head, scopes, membershipSeq } = this.#start;
    const { seq: cursor, chainHash, epoch } = head;
    this.#fresh?.finish({ cursor, chainHash, epoch, scopes, membershipSeq });
    this.#fresh = null;
  }

  drop(): void {
    this.#fresh?.abandon();
    this.#fresh = null;
    this.#start = null;
    this.after = null;
    this.done = 0;
    for (const tail of ['', '-wal', '-shm']) rmSync(this.#path + tail, { force: true });
  }

  get #note(): string {
    return `${this.#path}.json`;
  }

  #takeUp({ start, after, done }: Left): void {
    try {
      this.#fresh = fillFresh(this.#path, this.#key, true);
      Object.assign(this, { after, done });
      this.#start = start;
    } catch {
      this.drop();
    }
  }
}
