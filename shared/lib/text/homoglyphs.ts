// Letters that look alike in at least one case; the folded (lower) letter stands for both cases.
const LATIN = 'abcehkmoptxy';
const CYRILLIC = 'авсенкмортху';

const toCyrillic = new Map([...LATIN].map((letter, i) => [letter, CYRILLIC[i] ?? letter]));
const toLatin = new Map([...CYRILLIC].map((letter, i) => [letter, LATIN[i] ?? letter]));

const HAS_LATIN = /[a-z]/;
const HAS_CYRILLIC = /[\u0400-\u04ff]/;

function replaceAll(word: string, table: Map<string, string>): string {
  let result = '';
  for (const letter of word) result += table.get(letter) ?? letter;
  return result;
}

/**
 * Brings a folded word that mixes both alphabets to one: Cyrillic when every Latin letter in it has a Cyrillic twin,
 * Latin when every Cyrillic letter has a Latin one, unchanged when neither holds (a brand such as «яndex»).
 */
export function unifyAlphabet(word: string): string {
  if (!HAS_LATIN.test(word) || !HAS_CYRILLIC.test(word)) return word;
  const cyrillic = replaceAll(word, toCyrillic);
  if (!HAS_LATIN.test(cyrillic)) return cyrillic;
  const latin = replaceAll(word, toLatin);
  return HAS_CYRILLIC.test(latin) ? word : latin;
}

/** The Cyrillic reading of a word typed wholly in Latin twins (OOO, CHT), if it has one. */
export function cyrillicTwin(word: string): string | undefined {
  if (!HAS_LATIN.test(word)) return undefined;
  const twin = replaceAll(word, toCyrillic);
  return HAS_LATIN.test(twin) ? undefined : twin;
}

/** The Latin reading of a word typed wholly in Cyrillic twins (ВХ, НСК), if it has one. */
function latinTwin(word: string): string | undefined {
  if (!HAS_CYRILLIC.test(word)) return undefined;
  const twin = replaceAll(word, toLatin);
  return HAS_CYRILLIC.test(twin) ? undefined : twin;
}

/** A number as it may have been typed: as it is, in Cyrillic and in Latin letters where they look alike (BX-12, ВХ-12). */
export function alikeWords(words: readonly string[]): string[][] {
  const readings = [
    [...words],
    words.map((word) => cyrillicTwin(word) ?? word),
    words.map((word) => latinTwin(word) ?? word),
  ];
  return readings.filter((one, at) => readings.findIndex((other) => other.join(' ') === one.join(' ')) === at);
}
