import { knownKey } from '#shared/formats/client-bank/keys.ts';
import { CLIENT_BANK_MAX_VALUE } from '#shared/formats/limits.ts';
import type { ProblemList } from '#shared/formats/problem.ts';

/** Values of one block as written, before they are typed. */
export class RawBlock {
  readonly place: 'header' | 'section' | 'document';
  readonly line: number;
  readonly kind: string | null;
  readonly values = new Map<string, string>();
  readonly lines = new Map<string, number>();
  readonly lists = new Map<string, string[]>();
  readonly other: Record<string, string> = {};
  #lastKey: string | null = null;

  constructor(place: RawBlock['place'], line: number, kind: string | null = null) {
    this.place = place;
    this.line = line;
    this.kind = kind;
  }

  /** The value of a key, null when absent or empty. */
  get(key: string): string | null {
    return this.values.get(key) || null;
  }

  lineOf(key: string): number {
    return this.lines.get(key) ?? this.line;
  }

  /** Takes one line of the block; what the format does not foresee is kept and reported. */
  take(text: string, line: number, problems: ProblemList): void {
    const at = text.indexOf('=');
    const spelled = at < 0 ? '' : text.slice(0, Math.min(at, 60)).trim();
    const key = spelled ? knownKey(this.place, spelled) : null;
    if (key === null && this.#continuesPurpose(spelled)) {
      problems.warn('LINE_WITHOUT_KEY', line, { text: text.slice(0, 100) });
      const purpose = this.#lastKey ?? '';
      this.values.set(purpose, this.#cut(purpose, `${this.values.get(purpose)} ${text.trim()}`, line, problems));
      return;
    }
    if (!spelled) {
      problems.once('', 'LINE_WITHOUT_KEY', line, { text: text.slice(0, 100) });
      return;
    }
    const value = this.#cut(key ?? spelled, text.slice(at + 1), line, problems);
    if (key === null) {
      problems.once(spelled.toLowerCase(), 'KEY_UNKNOWN', line, { key: spelled });
      // A key such as __proto__ must stay a plain value.
      Object.defineProperty(this.other, spelled, { value, enumerable: true, configurable: true, writable: true });
      return;
    }
    this.#put(key, value, line, problems);
  }

  #put(key: string, value: string, line: number, problems: ProblemList): void {
    this.#lastKey = key;
    // РасчСчет and Документ may stand several times in the header.
    const list = this.lists.get(key);
    if (list) list.push(value);
    else this.lists.set(key, [value]);
    const known = this.values.get(key);
    if (known && value && known !== value && this.place !== 'header') {
      problems.warn('KEY_REPEATED', line, { key, first: this.lineOf(key) });
    }
    if (known) return;
    this.values.set(key, value);
    this.lines.set(key, line);
  }

  /** A purpose broken over lines goes on where no key of the format begins; a lone word before "=" may be a new key. */
  #continuesPurpose(spelled: string): boolean {
    return (this.#lastKey ?? '').startsWith('НазначениеПлатежа') && (!spelled || spelled.includes(' '));
  }

  #cut(key: string, value: string, line: number, problems: ProblemList): string {
    if (value.length <= CLIENT_BANK_MAX_VALUE) return value.trim();
    problems.warn('LINE_TOO_LONG', line, { key, length: value.length, limit: CLIENT_BANK_MAX_VALUE });
    return value.slice(0, CLIENT_BANK_MAX_VALUE).trim();
  }
}
