import type { TextBlock } from '#shared/domain/redline.ts';
import { isWord, tokensOf } from '#shared/formats/redline/tokens.ts';

/** A block as it is compared with others: numbers instead of words, so that thousands of comparisons stay cheap. */
export interface Profile {
  /** Words, sorted, each with its repetitions. */
  readonly words: readonly number[];
  /** Pairs of neighbouring words, sorted. */
  readonly pairs: readonly number[];
  /** Pairs of neighbouring characters of a short block, sorted; empty for a long one, which its words tell apart. */
  readonly characters: readonly number[];
}

/** Up to this length a block has too few words to be judged by them. */
const SHORT = 60;

/** So many pairs of characters any two Russian texts have in common. */
const BY_CHANCE = 0.2;

/** Gives every word its number; one for both documents. */
export function profiler(): (block: TextBlock) => Profile {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return (block) => {
    const tokens = tokensOf(block.text).filter(({ word }) => isWord(word));
    const words = tokens.map(({ word }) => numberOf(word.toLowerCase().replaceAll('ё', 'е')));
    const pairs = words.slice(1).map((word, at) => numberOf(`${words[at]} ${word}`));
    const ascending = (a: number, b: number): number => a - b;
    return {
      words: words.toSorted(ascending),
      pairs: pairs.toSorted(ascending),
      characters: block.text.length > SHORT ? [] : characterPairs(block.text).toSorted(ascending),
    };
  };
}

/**
 * How alike two blocks are, 0 to 1: shared words and shared pairs of neighbours (these count more the longer a block is), in short blocks
 * also shared pairs of characters.
 */
export function similarity(left: Profile, right: Profile): number {
  const ofPairs = Math.min(0.5, Math.min(left.words.length, right.words.length) / 24);
  const words = dice(left.words, right.words);
  const byWords = words * (1 - ofPairs) + (ofPairs === 0 ? 0 : dice(left.pairs, right.pairs) * ofPairs);
  const byCharacters = (dice(left.characters, right.characters) - BY_CHANCE) / (1 - BY_CHANCE);
  return Math.max(byWords, byCharacters * 0.9);
}

/** The share of the shorter block that is found in the longer one: near 1 where a clause was cut out of another or added to it. */
export function containment(left: Profile, right: Profile): number {
  const shorter = Math.min(left.pairs.length, right.pairs.length);
  return shorter < 3 ? 0 : common(left.pairs, right.pairs) / shorter;
}

function characterPairs(text: string): number[] {
  const plain = text.toLowerCase().replace(/\s/g, '');
  return Array.from({ length: Math.max(0, plain.length - 1) }, (_each, at) => {
    return plain.charCodeAt(at) * 65_536 + plain.charCodeAt(at + 1);
  });
}

function dice(left: readonly number[], right: readonly number[]): number {
  const total = left.length + right.length;
  return total === 0 ? 0 : (2 * common(left, right)) / total;
}

/** Members of both sorted lists, with repetitions. */
function common(left: readonly number[], right: readonly number[]): number {
  let [i, j, count] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    const difference = (left[i] ?? 0) - (right[j] ?? 0);
    if (difference === 0) count += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return count;
}
