import { findAmounts } from './amounts.ts';
import { type Token, tokenize } from './tokens.ts';

/** A word in any of its forms; `prefix`: the user may still be typing it. */
export interface WordTerm {
  kind: 'word';
  text: string;
  prefix: boolean;
}
/** Tokens exactly as written, one behind the other; `prefix`: the last one may go on. */
export interface PhraseTerm {
  kind: 'phrase';
  words: string[];
  prefix: boolean;
}
/** A number with groups or kopecks: found by its value or as written. */
export interface AmountTerm {
  kind: 'amount';
  key: string;
  words: string[];
  prefix: boolean;
}
/** All terms of a query must match. */
export type QueryTerm = WordTerm | PhraseTerm | AmountTerm;

const LONGEST_QUERY = 1_000;
const MOST_TERMS = 24;
const PHRASE_QUOTE = /["“”„]/;

interface Part {
  text: string;
  quoted: boolean;
  closed: boolean;
}

/** Splits at double quotes; «ёлочки» belong to names and mean nothing, an open quote reaches to the end. */
function parts(query: string): Part[] {
  const pieces = query.split(PHRASE_QUOTE);
  return pieces.map((text, i) => ({ text, quoted: i % 2 === 1, closed: i < pieces.length - 1 }));
}

/** Tokens [from, to) not parted by a blank: a document number, an e-mail, a compound word. */
function chunkEnd(text: string, tokens: Token[], from: number): number {
  let to = from + 1;
  for (let next = tokens[to]; next !== undefined; next = tokens[to]) {
    if (/\s/.test(text.slice(tokens[to - 1]?.end, next.start))) break;
    to += 1;
  }
  return to;
}

function plainTerms(text: string): QueryTerm[] {
  const tokens = tokenize(text);
  const amounts = findAmounts(text, tokens);
  const terms: QueryTerm[] = [];
  for (let at = 0; at < tokens.length; ) {
    const amount = amounts.find((candidate) => candidate.first === at);
    if (amount !== undefined) {
      const words = tokens.slice(at, amount.last + 1).map((token) => token.text);
      terms.push({ kind: 'amount', key: amount.keys.at(-1) ?? '', words, prefix: false });
      at = amount.last + 1;
      continue;
    }
    let end = chunkEnd(text, tokens, at);
    const stop = amounts.find((candidate) => candidate.first > at && candidate.first < end);
    if (stop !== undefined) end = stop.first;
    const chunk = tokens.slice(at, end);
    const between = text.slice(chunk[0]?.start, chunk.at(-1)?.end);
    if (chunk.length > 1 && (chunk.some((token) => token.number) || between.includes('@'))) {
      terms.push({ kind: 'phrase', words: chunk.map((token) => token.text), prefix: false });
    } else {
      for (const token of chunk) terms.push({ kind: 'word', text: token.text, prefix: false });
    }
    at = end;
  }
  return terms;
}

/**
 * Reads what a user typed. Words, numbers and amounts in any order, "exact phrases"; every other sign only parts words,
 * so there is no syntax to get wrong. While typing (nothing behind the last word) the last term may be a prefix.
 */
export function parseQuery(query: string, whileTyping = true): QueryTerm[] {
  const text = query.slice(0, LONGEST_QUERY);
  const terms = parts(text).flatMap((part): QueryTerm[] => {
    if (!part.quoted) return plainTerms(part.text);
    const words = tokenize(part.text).map((token) => token.text);
    return words.length === 0 ? [] : [{ kind: 'phrase', words, prefix: false }];
  });
  const kept = terms.slice(0, MOST_TERMS);
  const last = kept.at(-1);
  const open = /[\p{L}\p{N}]$/u.test(text) && kept.length === terms.length;
  if (whileTyping && open && last !== undefined) last.prefix = true;
  return kept;
}
