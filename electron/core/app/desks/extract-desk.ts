import type { Workplace } from '#electron/core/app/workplace.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import { dropUnnamedTexts, nextUnread, saveFileText, type UnreadFile } from '#electron/core/store/search/file-texts.ts';

/** Between two files, so that a person's own work has the machine; before the first one, so that a start has it. Milliseconds. */
const pause = 60;
const courtesy = 600;
/** A file that takes longer is given up, milliseconds. */
const patience = 90_000;

/** Reads the words out of files that are here, one after the other in a thread of their own, so that documents are found by them. */
export class ExtractDesk {
  readonly #profileDir: string;
  readonly #workplace: () => Workplace | null;
  readonly #jobs: JobRunner;
  readonly #found: () => void;
  readonly #stopped = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #after = '';
  #running = false;
  #again = false;

  /** `found`: words have come that the search has to take in. */
  constructor(profileDir: string, workplace: () => Workplace | null, jobs: JobRunner, found: () => void) {
    this.#profileDir = profileDir;
    this.#workplace = workplace;
    this.#jobs = jobs;
    this.#found = found;
  }

  /** Another person's database is open. */
  opened(): void {
    const db = this.#workplace()?.db;
    if (db) dropUnnamedTexts(db);
    this.wake();
  }

  /** Files may have come. */
  wake(): void {
    this.#again = true;
    this.#later(courtesy);
  }

  stop(): void {
    this.#stopped.abort();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #later(milliseconds: number): void {
    if (this.#running || this.#stopped.signal.aborted) return;
    this.#timer ??= setTimeout(() => void this.#step(), milliseconds).unref();
  }

  async #step(): Promise<void> {
    this.#timer = null;
    const workplace = this.#workplace();
    if (!workplace?.db.open) return;
    if (this.#again) this.#after = '';
    this.#again = false;
    this.#running = true;
    let more = true;
    try {
      const { file, next } = nextUnread(workplace.db, this.#after);
      if (file) await this.#read(workplace, file);
      this.#after = next ?? '';
      more = next !== null;
    } catch (error) {
      // A search without the words of files is a search all the same.
      if (!this.#stopped.signal.aborted) console.error('words of files', error);
      more = false;
    } finally {
      this.#running = false;
    }
    if (more || this.#again) this.#later(this.#again && !more ? courtesy : pause);
  }

  async #read(workplace: Workplace, { sha256, name }: UnreadFile): Promise<void> {
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(patience)]);
    const read = await this.#jobs
      .call('extract.text', { path: fileOf(this.#profileDir, sha256), name }, signal)
      .catch((error: unknown) => {
        if (this.#stopped.signal.aborted) throw error;
        return { state: 'failed' as const, parts: [] };
      });
    // The person may have left meanwhile.
    if (this.#workplace() !== workplace || !workplace.db.open) return;
    saveFileText(workplace.db, sha256, read);
    this.#found();
  }
}
