import { findAmounts } from './amounts.ts';
import { alikeWords } from './homoglyphs.ts';
import { type QueryTerm, type WordTerm, wantedTerms } from './query.ts';
import { type Token, tokenize } from './tokens.ts';
import type { WordKeys } from './word-keys.ts';

/** Place [start, end) in the text, in UTF-16 units. */
export type Range = [start: number, end: number];

/** Shorter beginnings are not searched for: they would match nearly every text. */
export const SHORTEST_PREFIX = 2;

/** Whether a token is a run of digits. */
export function isNumber(text: string): boolean {
  return /^[0-9]/.test(text);
}

type KeyMatcher = (key: string) => boolean;

/** What a key of the text must be: a key of the word, or something the word is the beginning of. */
function keyMatcher(text: string, prefix: boolean, keysOf: WordKeys): KeyMatcher {
  const keys = new Set(keysOf(text));
  const begins = prefix && text.length >= SHORTEST_PREFIX && isNumber(text);
  return (key) => keys.has(key) || (begins && key.startsWith(text));
}

function amountRanges(text: string, tokens: Token[], matches: KeyMatcher): Range[] {
  return findAmounts(text, tokens)
    .filter((amount) => amount.keys.some(matches))
    .map((amount) => [tokens[amount.first]?.start ?? 0, tokens[amount.last]?.end ?? 0]);
}

function wordRanges(text: string, tokens: Token[], term: WordTerm, keysOf: WordKeys): Range[] {
  const matches = keyMatcher(term.text, term.prefix, keysOf);
  const begins = term.prefix && term.text.length >= SHORTEST_PREFIX;
  const found = tokens.filter(
    (token) => (begins && token.text.startsWith(term.text)) || matches(token.text) || keysOf(token.text).some(matches),
  );
  const words = found.map((token): Range => [token.start, token.end]);
  return isNumber(term.text) ? [...words, ...amountRanges(text, tokens, matches)] : words;
}

const phraseRanges = (tokens: Token[], words: string[], prefix: boolean): Range[] =>
  alikeWords(words).flatMap((alike) => writtenRanges(tokens, alike, prefix));

function writtenRanges(tokens: Token[], words: string[], prefix: boolean): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at + words.length <= tokens.length; at += 1) {
    const matches = words.every((word, i) => {
      const text = tokens[at + i]?.text ?? '';
      return text === word || (prefix && i === words.length - 1 && text.startsWith(word));
    });
    if (matches) ranges.push([tokens[at]?.start ?? 0, tokens[at + words.length - 1]?.end ?? 0]);
  }
  return ranges;
}

/** Places of one term in a text, in order. */
function termRanges(text: string, tokens: Token[], term: QueryTerm, keysOf: WordKeys): Range[] {
  if (term.kind === 'phrase') return phraseRanges(tokens, term.words, term.prefix);
  if (term.kind === 'word') return wordRanges(text, tokens, term, keysOf);
  const written = phraseRanges(tokens, term.words, term.prefix);
  const plain = tokens.filter((token) => token.number && keysOf(token.text).includes(term.key));
  const valued = amountRanges(text, tokens, (key) => key === term.key);
  return [...written, ...plain.map((token): Range => [token.start, token.end]), ...valued];
}

/** Whether the text has every term of the query and none of those to be left out: the same answer as the index gives. */
export function matchesText(text: string, terms: readonly QueryTerm[], keysOf: WordKeys): boolean {
  if (wantedTerms(terms).length === 0) return false;
  const tokens = tokenize(text);
  return terms.every((term) => termRanges(text, tokens, term, keysOf).length > 0 === !term.without);
}

/** Ranges of the text that match any term, in order, without overlaps. */
export function matchedRanges(text: string, terms: readonly QueryTerm[], keysOf: WordKeys): Range[] {
  const tokens = tokenize(text);
  const ranges = wantedTerms(terms).flatMap((term) => termRanges(text, tokens, term, keysOf));
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && range[0] < last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push([...range]);
  }
  return merged;
}
