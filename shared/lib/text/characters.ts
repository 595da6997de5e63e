/** What a character does in a word. */
export const SEPARATOR = 0;
export const CYRILLIC = 1;
export const LATIN = 2;
export const DIGIT = 3;
/** Letter of another script: part of a word, never a look-alike. */
const OTHER_LETTER = 4;
/** Not seen by the reader (zero width, direction marks, soft hyphen, accents): a word goes on across it. */
export const IGNORED = 5;

// Everything up to the end of the Cyrillic block comes from tables, the rest (rare in Russian business text) is asked for.
const TABLE_END = 0x530;
const kinds = new Uint8Array(TABLE_END);
const folds = new Uint16Array(TABLE_END);

const YO = 0x451;
const IE = 0x435;
const OTHER = /^[\p{L}\p{N}]$/u;

function fillTables(): void {
  for (let code = 0; code < TABLE_END; code += 1) {
    const char = String.fromCharCode(code);
    const lower = char.toLowerCase();
    folds[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
    if (code >= 0x30 && code <= 0x39) kinds[code] = DIGIT;
    else if ((code >= 0x300 && code <= 0x36f) || code === 0xad) kinds[code] = IGNORED;
    else if (code >= 0x483 && code <= 0x489) kinds[code] = IGNORED;
    else if (code >= 0x400) kinds[code] = OTHER.test(char) ? CYRILLIC : SEPARATOR;
    else if (code >= 0x370) kinds[code] = OTHER.test(char) ? OTHER_LETTER : SEPARATOR;
    else if (/^\p{Script=Latin}$/u.test(char) && code !== 0xaa && code !== 0xba) {
      kinds[code] = LATIN;
      // é and e with a separate accent must fold alike, and accents are dropped: so the bare letter it is.
      const bare = lower.normalize('NFD').charCodeAt(0);
      if (bare < 0x80) folds[code] = bare;
    }
  }
  folds[YO] = IE;
  folds[0x401] = IE;
}
fillTables();

function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    code === 0x61c ||
    code === 0x180e
  );
}

/** Kind of a UTF-16 unit; halves of surrogate pairs are separators. */
export function kindOf(code: number): number {
  if (code < TABLE_END) return kinds[code] ?? SEPARATOR;
  if (isInvisible(code)) return IGNORED;
  if (code >= 0xd800 && code <= 0xdfff) return SEPARATOR;
  return OTHER.test(String.fromCharCode(code)) ? OTHER_LETTER : SEPARATOR;
}

/** Lower case with ё as е and Latin letters without accents; one unit in, one unit out. */
export function foldCode(code: number): number {
  if (code < TABLE_END) return folds[code] ?? code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** й written as и + breve: the breve that makes the letter before it another letter. */
export function composes(folded: number, mark: number): number | undefined {
  return folded === 0x438 && mark === 0x306 ? 0x439 : undefined;
}
