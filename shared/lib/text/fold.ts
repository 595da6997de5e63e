import { foldCode, IGNORED, kindOf, SEPARATOR } from './characters.ts';
import { scanTokens } from './tokens.ts';

const QUOTES = /["'`´«»„“”‟‘’‚‹›]/;
const DASHES = /[‐‑‒–—―−]/;

/** One word as the index and the filters see it: lower case, ё as е, one alphabet, nothing invisible. */
export function foldWord(word: string): string {
  return foldForFilter(word).replaceAll(' ', '');
}

function foldSeparators(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === IGNORED) continue;
    const char = text[at] ?? '';
    if (kind !== SEPARATOR) result += String.fromCharCode(foldCode(code));
    else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || /\s/.test(char)) result += ' ';
    else if (QUOTES.test(char)) result += '"';
    else result += DASHES.test(char) ? '-' : char;
  }
  return result;
}

/**
 * Text as filters compare it («contains», «equals»): folded words, one kind of quotes and dashes, single spaces.
 * The same on both stores; idempotent.
 */
export function foldForFilter(text: string): string {
  let result = '';
  let done = 0;
  scanTokens(text, (token) => {
    result += foldSeparators(text.slice(done, token.start)) + token.text;
    done = token.end;
  });
  result += foldSeparators(text.slice(done));
  return result.replace(/ +/g, ' ').trim();
}

// The key is ASCII, so its order is the same in SQLite (BINARY), PostgreSQL (COLLATE "C") and JavaScript:
// space < numbers (a length sign, then digits) < 33 Cyrillic letters < 26 Latin letters < every other script.
const CYRILLIC = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const LENGTH_SIGN = 0x30;
const LONGEST_NUMBER = 19;
const FIRST_CYRILLIC = LENGTH_SIGN + LONGEST_NUMBER + 1;
const FIRST_LATIN = FIRST_CYRILLIC + CYRILLIC.length;

const LEGAL_FORMS = new Set(
  'ооо оао зао пао нао ао ип ано нко тсж тсн снт кфх фгуп гуп муп фгбу фгку фгаоу фгбоу гбу гку мбу мку мау гау нп чоп тоо одо пк спк'.split(
    ' ',
  ),
);
const LONG_FORMS = [
  'общество с ограниченной ответственностью',
  'публичное акционерное общество',
  'непубличное акционерное общество',
  'открытое акционерное общество',
  'закрытое акционерное общество',
  'акционерное общество',
  'индивидуальный предприниматель',
].map((form) => form.split(' '));

/** Number of leading words that name the legal form only; 0 when nothing would be left behind them. */
function legalFormLength(words: string[]): number {
  const long = LONG_FORMS.find((form) => form.every((word, i) => words[i] === word));
  const length = long?.length ?? (LEGAL_FORMS.has(words[0] ?? '') ? 1 : 0);
  return length < words.length ? length : 0;
}

function numberKey(digits: string): string {
  const plain = digits.replace(/^0+(?=.)/, '').slice(0, LONGEST_NUMBER);
  return String.fromCharCode(LENGTH_SIGN + plain.length) + plain;
}

function letterKey(letter: string): string {
  const cyrillic = CYRILLIC.indexOf(letter);
  if (cyrillic >= 0) return String.fromCharCode(FIRST_CYRILLIC + cyrillic);
  const latin = letter.charCodeAt(0) - 0x61;
  return latin >= 0 && latin < 26 ? String.fromCharCode(FIRST_LATIN + latin) : letter;
}

/** Puts ё back where folding took it: it has a place of its own behind е. */
function withYo(folded: string, original: string): string {
  if (!/ё|Ё|\u0308/.test(original)) return folded;
  const letters = [...original.normalize('NFC')].filter((char) => /[\p{L}\p{N}]/u.test(char));
  return letters.length === folded.length
    ? [...folded].map((letter, i) => (letter === 'е' && /[ёЁ]/.test(letters[i] ?? '') ? 'ё' : letter)).join('')
    : folded;
}

/**
 * Key whose byte order is the Russian alphabetical order: ё right behind е, numbers by value, Latin behind Cyrillic,
 * case, quotes and punctuation without weight; a legal form in front of a name does not count.
 */
export function sortKey(text: string): string {
  const words: string[] = [];
  const keys: string[] = [];
  scanTokens(text, (token) => {
    words.push(token.text);
    if (token.number) keys.push(numberKey(token.text));
    else keys.push([...withYo(token.text, text.slice(token.start, token.end))].map(letterKey).join(''));
  });
  return keys.slice(legalFormLength(words)).join(' ');
}
