import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { recoveryPlaces, sizeOf } from '#electron/core/recovery/recovery-places.ts';

/** Bytes of one file of the log; so many older ones are kept. */
const fullAt = 128 * 1024;
const kept = 2;

/** What a line may hold beside figures: a code of the program's own. Anything else becomes «?», so that nothing typed gets in. */
const isCode = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,59}$/.test(text);

export type LogFacts = Record<string, string | number | boolean | null | undefined>;

/** The log of the core: times, codes and figures, for whoever looks for a fault later. Never throws: a full disk has other worries. */
export class CoreLog {
  readonly #folder: string;

  constructor(profileDir: string) {
    this.#folder = recoveryPlaces(profileDir).logs;
  }

  note(event: string, facts: LogFacts = {}): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const path = this.#path(0);
      if (sizeOf(path) >= fullAt) this.#rotate();
      appendFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), event, ...clean(facts) })}\n`, {
        mode: 0o600,
      });
    } catch {
      // Nobody is helped by a program that ends because it cannot write down why.
    }
  }

  /** The newest lines, as text, oldest first; at most about `bytes` of them. */
  tail(bytes = 64 * 1024): string {
    const text = Array.from({ length: kept + 1 }, (_, at) => this.#path(kept - at))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'))
      .join('');
    if (text.length <= bytes) return text;
    const cut = text.slice(-bytes);
    return cut.slice(cut.indexOf('\n') + 1);
  }

  #rotate(): void {
    for (let age = kept; age > 0; age -= 1) {
      const younger = this.#path(age - 1);
      if (existsSync(younger)) renameSync(younger, this.#path(age));
    }
  }

  #path(age: number): string {
    return join(this.#folder, age === 0 ? 'core.log' : `core.${age}.log`);
  }
}

/** Figures pass; of texts only codes. */
function clean(facts: LogFacts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' && !isCode(value) ? '?' : value]),
  );
}
