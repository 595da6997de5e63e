import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntakeProblem } from '#shared/ipc/intake-channels.ts';

export interface FoundFile {
  path: string;
  name: string;
  size: number;
  /** When it was written last, milliseconds. */
  changed: number;
}

interface Seen {
  size: number;
  changed: number;
  /** Its size has not changed between two looks: whoever writes it has finished. */
  settled: boolean;
}

/** Between two looks, milliseconds. */
const PAUSE = 2_000;

/**
 * A folder whose files are looked at again and again. A scanner writes over the network, where changes are not announced, so the folder is
 * listed; a file counts once its size and time were the same at two looks. A folder that is gone or closed is tried again for ever.
 */
export class WatchedFolder {
  readonly path: string;
  readonly #accepts: (name: string) => boolean;
  readonly #changed: () => void;
  readonly #pause: number;
  #seen = new Map<string, Seen>();
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;
  #looking: Promise<void> | null = null;
  #problem: IntakeProblem | null = null;

  /** `changed`: files have come or gone, or the folder has. */
  constructor(path: string, accepts: (name: string) => boolean, changed: () => void, pause = PAUSE) {
    this.path = path;
    this.#accepts = accepts;
    this.#changed = changed;
    this.#pause = pause;
  }

  get problem(): IntakeProblem | null {
    return this.#problem;
  }

  get files(): FoundFile[] {
    return [...this.#seen].flatMap(([name, { size, changed, settled }]) =>
      settled ? [{ path: join(this.path, name), name, size, changed }] : [],
    );
  }

  start(): void {
    void this.look().finally(() => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => this.start(), this.#pause).unref();
    });
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** One look; never rejects. Whoever asks during a look gets that one: two at once would see no time pass. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const before = { files: this.#names(), problem: this.#problem };
    try {
      const entries = await readdir(this.path, { withFileTypes: true });
      // What is taken is put into a folder inside of this one.
      await access(this.path, constants.W_OK);
      const next = new Map<string, Seen>();
      for (const entry of entries) {
        if (!entry.isFile() || !isWhole(entry.name) || !this.#accepts(entry.name)) continue;
        const facts = await stat(join(this.path, entry.name)).catch(() => null);
        if (facts && facts.size > 0)
          next.set(entry.name, seenAs(facts.size, facts.mtimeMs, this.#seen.get(entry.name)));
      }
      this.#seen = next;
      this.#problem = null;
    } catch (error) {
      this.#problem = problemOf(error);
      if (this.#problem !== 'FOLDER_DENIED') this.#seen.clear();
    }
    if (before.problem !== this.#problem || before.files !== this.#names()) this.#changed();
  }

  #names(): string {
    return this.files.map(({ name, size, changed }) => `${name}/${size}/${changed}`).join('|');
  }
}

const seenAs = (size: number, changed: number, before: Seen | undefined): Seen => ({
  size,
  changed,
  settled: before !== undefined && before.size === size && before.changed === changed,
});

/** Hidden files and those that office programs lay beside an open one; what is still being loaded has an ending of its own, that nobody accepts. */
const isWhole = (name: string): boolean => !/^(\.|~\$)/.test(name);

function problemOf(error: unknown): IntakeProblem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'FOLDER_DENIED';
  return code === 'ENOTDIR' ? 'FOLDER_NOT_ONE' : 'FOLDER_MISSING';
}
