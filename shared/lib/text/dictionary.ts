/** Dictionary of Russian forms: a folded word → the folded dictionary forms it may belong to (none when unknown). */
export interface Dictionary {
  lemmas(word: string): readonly string[];
}

/** First bytes of the decompressed file; the last one is the format version. */
export const DICTIONARY_MAGIC = [0x4f, 0x50, 0x52, 0x46, 1] as const;
/** Form prefixes of the source: the comparative and the superlative («покрасивее», «наикрасивейший»). */
export const FORM_PREFIXES = ['', 'по', 'наи'] as const;

const FIRST_LETTER = 0x430;
const ALPHABET_SIZE = 32;

/** Letter code 1…32 of a folded letter (ё is already е), 0 for anything else. */
export function letterCode(charCode: number): number {
  const code = charCode - FIRST_LETTER + 1;
  return code >= 1 && code <= ALPHABET_SIZE ? code : 0;
}

interface Tables {
  suffixes: string[];
  paradigmStart: Uint32Array;
  paradigmForms: Uint16Array;
  paradigmLemma: Uint16Array;
  /** Stems one behind the other, in the order of their letters. */
  letters: Uint8Array;
  stemStart: Uint32Array;
  stemParadigmStart: Uint32Array;
  stemParadigms: Uint16Array;
  /** Function words with the only lemmas they count for. */
  functionWords: Map<string, string[]>;
}

class Reader {
  private readonly bytes: Uint8Array;
  private at = 0;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new Error('the dictionary ends early');
    this.at += 1;
    return value;
  }
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
  word(length: number): string {
    let text = '';
    for (let i = 0; i < length; i += 1) text += String.fromCharCode(this.byte() + FIRST_LETTER - 1);
    return text;
  }
  /** A stretch of `length` bytes with a reader of its own; this one goes on behind it. */
  section(): Reader {
    const length = this.number();
    const part = new Reader(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return part;
  }
}

function readTables(bytes: Uint8Array): Tables {
  const reader = new Reader(bytes);
  for (const expected of DICTIONARY_MAGIC) {
    if (reader.byte() !== expected) throw new Error('not a dictionary of this version');
  }
  const suffixes = Array.from({ length: reader.number() }, () => reader.word(reader.byte()));
  const paradigmCount = reader.number();
  const formCount = reader.number();
  const paradigmStart = new Uint32Array(paradigmCount + 1);
  const paradigmForms = new Uint16Array(formCount);
  const paradigmLemma = new Uint16Array(paradigmCount);
  for (let paradigm = 0, form = 0; paradigm < paradigmCount; paradigm += 1) {
    paradigmLemma[paradigm] = reader.number();
    let code = 0;
    for (let left = reader.number(); left > 0; left -= 1) {
      code += reader.number();
      paradigmForms[form] = code;
      form += 1;
    }
    paradigmStart[paradigm + 1] = form;
  }
  const stemCount = reader.number();
  const letterCount = reader.number();
  const lexemeCount = reader.number();
  const [shared, rest, fresh, counts, ids] = [0, 1, 2, 3, 4].map(() => reader.section()) as [
    Reader,
    Reader,
    Reader,
    Reader,
    Reader,
  ];
  const letters = new Uint8Array(letterCount);
  const stemStart = new Uint32Array(stemCount + 1);
  const stemParadigmStart = new Uint32Array(stemCount + 1);
  const stemParadigms = new Uint16Array(lexemeCount);
  for (let stem = 0, at = 0, previous = 0, lexeme = 0; stem < stemCount; stem += 1) {
    const start = at;
    const kept = shared.byte();
    letters.copyWithin(at, previous, previous + kept);
    at += kept;
    for (let left = rest.byte(); left > 0; left -= 1) {
      letters[at] = fresh.byte();
      at += 1;
    }
    previous = start;
    stemStart[stem + 1] = at;
    for (let left = counts.number(); left > 0; left -= 1) {
      stemParadigms[lexeme] = ids.number();
      lexeme += 1;
    }
    stemParadigmStart[stem + 1] = lexeme;
  }
  const functionWords = new Map<string, string[]>();
  for (let left = reader.number(); left > 0; left -= 1) {
    const [form = '', ...lemmas] = Array.from({ length: reader.byte() }, () => reader.word(reader.byte()));
    functionWords.set(form, lemmas);
  }
  return {
    suffixes,
    functionWords,
    paradigmStart,
    paradigmForms,
    paradigmLemma,
    letters,
    stemStart,
    stemParadigmStart,
    stemParadigms,
  };
}

function hasForm(tables: Tables, paradigm: number, form: number): boolean {
  let low = tables.paradigmStart[paradigm] ?? 0;
  let high = tables.paradigmStart[paradigm + 1] ?? 0;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tables.paradigmForms[middle] ?? 0) < form) low = middle + 1;
    else high = middle;
  }
  return low < end && tables.paradigmForms[low] === form;
}

/** First stem in [low, high) whose letter number `depth` is at least `code`; a stem that ends there counts as 0. */
function lowerBound(tables: Tables, from: number, to: number, depth: number, code: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = (tables.stemStart[middle] ?? 0) + depth;
    const letter = at < (tables.stemStart[middle + 1] ?? 0) ? (tables.letters[at] ?? 0) : 0;
    if (letter < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the lemmas of `word` read with form prefix number `prefix`, whose letters the word has lost already. */
function collect(tables: Tables, ids: Map<string, number>, word: string, prefix: number, found: string[]): void {
  let low = 0;
  let high = tables.stemStart.length - 1;
  for (let depth = 0; depth <= word.length && low < high; depth += 1) {
    const start = tables.stemStart[low] ?? 0;
    if ((tables.stemStart[low + 1] ?? 0) - start === depth) {
      const suffix = ids.get(word.slice(depth));
      if (suffix !== undefined) {
        const last = tables.stemParadigmStart[low + 1] ?? 0;
        for (let i = tables.stemParadigmStart[low] ?? 0; i < last; i += 1) {
          const paradigm = tables.stemParadigms[i] ?? 0;
          if (!hasForm(tables, paradigm, prefix * tables.suffixes.length + suffix)) continue;
          const lemma = word.slice(0, depth) + (tables.suffixes[tables.paradigmLemma[paradigm] ?? 0] ?? '');
          if (!found.includes(lemma)) found.push(lemma);
        }
      }
    }
    if (depth === word.length) return;
    const code = letterCode(word.charCodeAt(depth));
    if (code === 0) return;
    low = lowerBound(tables, low, high, depth, code);
    high = lowerBound(tables, low, high, depth, code + 1);
  }
}

/** Opens the decompressed dictionary file (format: build/dictionary/encode.ts); throws when it is not one. */
export function openDictionary(bytes: Uint8Array): Dictionary {
  const tables = readTables(bytes);
  const ids = new Map(tables.suffixes.map((suffix, id) => [suffix, id]));
  return {
    lemmas(word) {
      const only = tables.functionWords.get(word);
      if (only !== undefined) return only;
      const found: string[] = [];
      FORM_PREFIXES.forEach((prefix, number) => {
        if (word.startsWith(prefix)) collect(tables, ids, word.slice(prefix.length), number, found);
      });
      return found;
    },
  };
}

/** A dictionary without words: every word falls back to its stem. */
export const emptyDictionary: Dictionary = { lemmas: () => [] };
