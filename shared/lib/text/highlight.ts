import { emptyDictionary } from './dictionary.ts';
import { matchedRanges, type Range } from './matching.ts';
import { parseQuery } from './query.ts';
import { createWordKeys, type WordKeys } from './word-keys.ts';

const stemOnly = createWordKeys(emptyDictionary);

/**
 * Ranges [start, end) of `text` (UTF-16 units, in order, apart) that match the words of `query` in any form.
 * The core passes keys from the dictionary; without them (a window) word forms go by stem alone.
 */
export function highlight(text: string, query: string, keysOf: WordKeys = stemOnly): Range[] {
  return matchedRanges(text, parseQuery(query), keysOf);
}

/** Part of a long text around the first match, cut at words, with ranges relative to it. */
export interface Snippet {
  text: string;
  ranges: Range[];
  /** Text was left out before / behind. */
  before: boolean;
  after: boolean;
}

/** At most about `length` units of `text` that show the first match of `query`. */
export const snippet = (text: string, query: string, length = 160, keysOf: WordKeys = stemOnly): Snippet =>
  cutAround(text, highlight(text, query, keysOf), length);

/** The same around places that are known already. */
export function cutAround(text: string, ranges: readonly Range[], length = 160): Snippet {
  const wanted = Math.max(0, (ranges[0]?.[0] ?? 0) - Math.floor(length / 4));
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted;
  const from = Math.min(start, ranges[0]?.[0] ?? start);
  const cut = from + length >= text.length ? text.length : text.lastIndexOf(' ', from + length);
  const to = cut > from ? cut : Math.min(text.length, from + length);
  return {
    text: text.slice(from, to),
    ranges: ranges.filter(([a, b]) => a >= from && b <= to).map(([a, b]): Range => [a - from, b - from]),
    before: from > 0,
    after: to < text.length,
  };
}
