import { wordKeysHere } from '#electron/core/store/search/word-keys-here.ts';
import { SHORTEST_PREFIX } from '#shared/lib/text/matching.ts';
import { parseQuery, type QueryTerm } from '#shared/lib/text/query.ts';
import { tokenize } from '#shared/lib/text/tokens.ts';

/** A record with the words it is found by: made once, asked at every key. */
export interface Worded<T> {
  of: T;
  parts: readonly Part[];
}

interface Part {
  /** How much a word counts here: a title more than a text. */
  weight: number;
  words: ReadonlySet<string>;
  keys: ReadonlySet<string>;
}

export interface Ranked<T> {
  of: T;
  score: number;
  /** How much of what was typed it has, 0…1. */
  share: number;
  /** A word of its name or keywords was typed. */
  named: boolean;
}

/** Parts that count this much say what a record is about. */
const naming = 0.9;

/** What is this much worse than the best is not shown: it has only the words that everything has. */
const worthShowing = 0.5;

export function worded<T>(of: T, parts: readonly { weight: number; text: string }[]): Worded<T> {
  const keysOf = wordKeysHere();
  return {
    of,
    parts: parts.map(({ weight, text }) => {
      const words = new Set(tokenize(text).map((token) => token.text));
      return { weight, words, keys: new Set([...words].flatMap((word) => keysOf(word))) };
    }),
  };
}

/**
 * Records that hold what people typed, the best first; of equals in the order given. Not every word has to be there («нужна справка для
 * банка»): a word counts the more the fewer records have it, and what has clearly less than the best is left out.
 */
export function rank<T>(records: readonly Worded<T>[], text: string): Ranked<T>[] {
  const found = new Map<Worded<T>, Omit<Ranked<T>, 'of'>>();
  const terms = parseQuery(text);
  for (const term of terms) {
    const exact = holdingOf(records, (part) => likeness(part, term));
    const holding = exact.length > 0 ? exact : holdingOf(records, (part) => (isAkin(part, term) ? 1 : 0));
    const rarity = Math.log((records.length + 1) / (holding.length + 0.5));
    for (const { record, weight } of holding) {
      const known = found.get(record) ?? { score: 0, share: 0, named: false };
      found.set(record, {
        score: known.score + rarity * weight,
        share: known.share + weight / terms.length,
        named: known.named || (exact.length > 0 && weight >= naming),
      });
    }
  }
  const best = Math.max(0, ...[...found.values()].map(({ score }) => score));
  return records
    .flatMap((record) => {
      const one = found.get(record);
      return one && one.score > 0 && one.score >= best * worthShowing ? [{ of: record.of, ...one }] : [];
    })
    .sort((left, right) => right.score - left.score);
}

function holdingOf<T>(
  records: readonly Worded<T>[],
  likenessOf: (part: Part) => number,
): { record: Worded<T>; weight: number }[] {
  return records.flatMap((record) => {
    const weight = Math.max(0, ...record.parts.map((part) => likenessOf(part) * part.weight));
    return weight > 0 ? [{ record, weight }] : [];
  });
}

/** A word of which only the beginning has been typed: «банк» may become «банкротство», but is a word already. */
const begun = 0.4;

/** How surely a part holds a word: 1 in any of its forms, less when the word may be the beginning of another one. */
function likeness(part: Part, term: QueryTerm): number {
  if (term.kind === 'word') {
    if (wordKeysHere()(term.text).some((key) => part.keys.has(key))) return 1;
    return term.prefix && begins(part, term.text) ? begun : 0;
  }
  const holds = term.words.every((word, n) => {
    const isLast = n === term.words.length - 1;
    return part.words.has(word) || (term.prefix && isLast && begins(part, word));
  });
  return holds ? 1 : 0;
}

/** Words this long have a root of their own, and words of one root share so much of the shorter one. */
const shortestRoot = 4;
const sharedRoot = 0.6;

/** Whether a part has a word of the same root: «увольняюсь» and «увольнение». Asked only for words that nothing has in any form. */
function isAkin(part: Part, term: QueryTerm): boolean {
  if (term.kind !== 'word') return false;
  for (const word of part.words) {
    const shared = sharedBeginning(word, term.text);
    if (shared >= shortestRoot && shared >= Math.min(word.length, term.text.length) * sharedRoot) return true;
  }
  return false;
}

function sharedBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function begins(part: Part, beginning: string): boolean {
  if (beginning.length < SHORTEST_PREFIX) return false;
  for (const word of part.words) if (word.startsWith(beginning)) return true;
  return false;
}
