import { plainNumber } from './amounts.ts';
import type { Dictionary } from './dictionary.ts';
import { cyrillicTwin } from './homoglyphs.ts';
import { russianStem } from './russian-stem.ts';

/** Index keys of a folded token: two tokens are forms of one word exactly when they share a key. */
export type WordKeys = (token: string) => readonly string[];

// A token never mixes letters and digits, so this mark keeps guessed stems apart from words of the dictionary.
const GUESS = '0';
const RUSSIAN = /^[а-я]+$/;
/** Possessive surnames decline partly as nouns, partly as adjectives: Иванов, Ивановым, Ивановой, Ивановыми. */
const SURNAME = /^(.{2,}(?:ов|ев|ин|ын))(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)?$/;
const SHORTEST_TAIL = 4;
const SHORTEST_HEAD = 2;
const LONGEST_HEAD = 8;
/** Words kept ready, twice this at most: Russian text repeats itself, and a word's keys cost some microseconds. */
const CACHE_SIZE = 20_000;
const ZERO = 0x30;
const NINE = 0x39;

/** An unknown compound declines as its known tail does: фотоплёнок → фото + плёнка. */
function compoundKeys(word: string, dictionary: Dictionary): string[] {
  const longest = Math.min(LONGEST_HEAD, word.length - SHORTEST_TAIL);
  for (let head = SHORTEST_HEAD; head <= longest; head += 1) {
    const lemmas = dictionary.lemmas(word.slice(head));
    if (lemmas.length > 0) return lemmas.map((lemma) => GUESS + word.slice(0, head) + lemma);
  }
  return [];
}

function russianKeys(word: string, dictionary: Dictionary): readonly string[] {
  const lemmas = dictionary.lemmas(word);
  const surname = SURNAME.exec(word)?.[1];
  if (lemmas.length > 0) {
    // Surnames are often listed without their feminine or plural forms: the base form then speaks for them.
    const listed = surname !== undefined && !lemmas.includes(surname) && dictionary.lemmas(surname).includes(surname);
    return listed ? [...lemmas, surname] : lemmas;
  }
  const keys = [GUESS + russianStem(word), ...compoundKeys(word, dictionary)];
  if (surname !== undefined) keys.push(GUESS + surname);
  return [...new Set(keys)];
}

function keysOf(token: string, dictionary: Dictionary): readonly string[] {
  // The dictionary reads single letters as abbreviations («г» as год, город, гора): far too many.
  if (token.length === 1) return [token];
  if (RUSSIAN.test(token)) return russianKeys(token, dictionary);
  const twin = cyrillicTwin(token);
  return twin === undefined ? [token] : [token, ...russianKeys(twin, dictionary)];
}

/** Keys by dictionary first, by stem where the dictionary does not know the word; remembers recent words. */
export function createWordKeys(dictionary: Dictionary): WordKeys {
  // Two generations: words of the old one that are met again move to the young one, the rest is forgotten with it.
  let young = new Map<string, readonly string[]>();
  let old = new Map<string, readonly string[]>();
  return (token) => {
    const first = token.charCodeAt(0);
    // Numbers are rarely met twice: they would only push words out.
    if (first >= ZERO && first <= NINE) return [first === ZERO ? plainNumber(token) : token];
    const recent = young.get(token);
    if (recent !== undefined) return recent;
    const keys = old.get(token) ?? keysOf(token, dictionary);
    if (young.size >= CACHE_SIZE) {
      old = young;
      young = new Map();
    }
    young.set(token, keys);
    return keys;
  };
}
