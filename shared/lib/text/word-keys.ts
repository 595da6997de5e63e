import { isFirstName } from '#shared/lib/words/first-names.ts';
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
/** Саакян, Саакяна, Саакяном: the stem of the bare form loses its end. */
const ARMENIAN = /^(.{3,}ян)(?:а|у|ом|е|ы|ов|ам|ами|ах)?$/;
/** Гайдай, Гайдая, Гайдаем; снабжение, снабжения. */
const SOFT = /^(.+[аеиоуыэюя])(?:й|я|ю|ем|е|и|ев|ям|ями|ях)$/;
/** Verbs are borrowed with -ировать: захешировать, захеширует, захеширован. */
const BORROWED_VERB =
  /^(.{2,}ир)(?:ова(?:ть|л|ла|ло|ли|в|вший|вшего|вшая|вшие|вших|н|на|но|ны|нн[а-я]{2,3})|у(?:ю|ешь|ет|ем|ете|ют|ющ[а-я]{2,3}|й|йте))(?:ся|сь)?$/;
/** Short passive participles: оцифрован, оцифрованы. */
const SHORT_PARTICIPLE = /^(.{3,}[ая]н|.{3,}ен)[аоы]?$/;
const SHORTEST_TAIL = 4;
const SHORTEST_HEAD = 2;
const LONGEST_HEAD = 8;
/** Words kept ready, twice this at most: Russian text repeats itself, and a word's keys cost some microseconds. */
const CACHE_SIZE = 20_000;
const ZERO = 0x30;
const NINE = 0x39;

/** An unknown compound declines as its known tail does: фотоплёнок → фото + плёнка. Where the dictionary has the compound, it is that word. */
function compoundKeys(word: string, dictionary: Dictionary): string[] {
  const longest = Math.min(LONGEST_HEAD, word.length - SHORTEST_TAIL);
  for (let head = SHORTEST_HEAD; head <= longest; head += 1) {
    const lemmas = dictionary.lemmas(word.slice(head));
    if (lemmas.length === 0) continue;
    return lemmas.flatMap((lemma) => {
      const whole = word.slice(0, head) + lemma;
      return dictionary.lemmas(whole).includes(whole) ? [whole, GUESS + whole] : [GUESS + whole];
    });
  }
  return [];
}

/** Ivans are many less often than Ivanovs: of a surname the plural of the first name is no reading. */
function withoutPlural(word: string, lemmas: readonly string[]): readonly string[] {
  if (!lemmas.includes(word) || !/[ое]в$/.test(word)) return lemmas;
  const others = lemmas.filter((lemma) => lemma === word || !isFirstName(lemma));
  return others.length < lemmas.length ? others : lemmas;
}

function knownKeys(word: string, known: readonly string[], dictionary: Dictionary): readonly string[] {
  const lemmas = withoutPlural(word, known);
  const surname = SURNAME.exec(word)?.[1];
  if (surname === undefined || lemmas.includes(surname)) return lemmas;
  // Surnames are often listed without their feminine or plural forms: the base form then speaks for them.
  if (dictionary.lemmas(surname).includes(surname)) return [...lemmas, surname];
  // Or by their feminine form alone, or not at all, their bare form being the plural of something else (Лапин, Нурмагомедов).
  const bare = word === surname || lemmas.includes(`${surname}а`);
  return bare ? [...lemmas, GUESS + surname] : lemmas;
}

function guessedKeys(word: string, dictionary: Dictionary): string[] {
  const keys = [GUESS + russianStem(word), ...compoundKeys(word, dictionary)];
  for (const declension of [SURNAME, ARMENIAN]) {
    const base = declension.exec(word)?.[1];
    if (base !== undefined) keys.push(GUESS + base);
  }
  const soft = SOFT.exec(word)?.[1];
  if (soft !== undefined) keys.push(`${GUESS}${soft}й`);
  const verb = BORROWED_VERB.exec(word)?.[1];
  if (verb !== undefined) keys.push(`${GUESS}${verb}овать`);
  const participle = SHORT_PARTICIPLE.exec(word)?.[1];
  if (participle !== undefined) keys.push(...dictionary.lemmas(`${participle}ный`));
  return [...new Set(keys)];
}

function russianKeys(word: string, dictionary: Dictionary): readonly string[] {
  const lemmas = dictionary.lemmas(word);
  return lemmas.length > 0 ? knownKeys(word, lemmas, dictionary) : guessedKeys(word, dictionary);
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
