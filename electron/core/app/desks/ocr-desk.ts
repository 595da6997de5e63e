import type { Workplace } from '#electron/core/app/workplace.ts';
import { findLanguages } from '#electron/core/jobs/ocr/languages.ts';
import type { JobRunner } from '#electron/core/jobs/registry.ts';
import { fileOf } from '#electron/core/profile/places.ts';
import { prepared } from '#electron/core/store/prepared.ts';
import { saveFileText } from '#electron/core/store/search/file-texts.ts';

/** Before the first scan and between two: whoever works here comes first. Milliseconds. */
const pause = 1_500;
/** A scan that takes longer is given up, milliseconds. */
const patience = 15 * 60_000;
const scans = /\.(pdf|png|jpe?g|bmp)$/i;

interface Parts {
  profileDir: string;
  workplace: () => Workplace | null;
  /** A thread of its own: a scan of many pages takes minutes, and other files are not to wait for it. */
  jobs: JobRunner;
  /** The folder of trained data; null: scans are not read. */
  folder: () => string | null;
  /** Words have come that the search has to take in. */
  found: () => void;
}

/** Reads the words out of scans, one after the other: files in which no words were found, where the language of the office is at hand. */
export class OcrDesk {
  readonly #parts: Parts;
  readonly #stopped = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #running = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** There may be something to read: a file, or the language. */
  wake(): void {
    if (this.#running || this.#stopped.signal.aborted) return;
    this.#timer ??= setTimeout(() => void this.#step(), pause).unref();
  }

  stop(): void {
    this.#stopped.abort();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #step(): Promise<void> {
    this.#timer = null;
    const folder = this.#parts.folder();
    const languages = findLanguages(folder);
    const workplace = this.#parts.workplace();
    if (!workplace?.db.open || folder === null || languages.length === 0) return;
    const sha256 = nextScan(workplace);
    if (sha256 === null) return;
    this.#running = true;
    let goesOn = true;
    try {
      const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(patience)]);
      const order = { path: fileOf(this.#parts.profileDir, sha256), folder, languages };
      const read = await this.#parts.jobs.call('ocr.read', order, signal).catch((error: unknown) => {
        // Given up for its length: marked as read, so that it does not come back for ever.
        if (!signal.aborted || this.#stopped.signal.aborted) throw error;
        return { state: 'failed' as const, parts: [] };
      });
      if (this.#parts.workplace() === workplace && workplace.db.open) {
        saveFileText(workplace.db, sha256, read);
        this.#parts.found();
      }
    } catch (error) {
      // Trained data that do not fit: another file would fare no better.
      if (!this.#stopped.signal.aborted) console.error('words of scans', error);
      goesOn = false;
    } finally {
      this.#running = false;
    }
    if (goesOn) this.wake();
  }
}

/** A scan that is here, has been looked through and has no words yet, the newest first; null: there is none. */
function nextScan({ db }: Workplace): string | null {
  const rows = prepared(
    db,
    `SELECT file.sha256 AS sha256, attachment.name AS name FROM file_read
     JOIN file ON file.sha256 = file_read.sha256 JOIN attachment ON attachment.sha256 = file_read.sha256
     WHERE file_read.state = 'none' AND file.here = 1 ORDER BY attachment.createdAt DESC`,
  ).iterate() as Iterable<{ sha256: string; name: string }>;
  for (const { sha256, name } of rows) if (scans.test(name)) return sha256;
  return null;
}
