import { findAmounts } from './amounts.ts';
import { type Token, tokenize } from './tokens.ts';

interface Term {
  /** The user may still be typing the (last) word. */
  prefix: boolean;
  /** «-слово»: what holds it is not wanted. */
  without?: true;
}
/** A word in any of its forms. */
export interface WordTerm extends Term {
  kind: 'word';
  text: string;
}
/** Tokens exactly as written, one behind the other. */
export interface PhraseTerm extends Term {
  kind: 'phrase';
  words: string[];
}
/** A number with groups or kopecks: found by its value or as written. */
export interface AmountTerm extends Term {
  kind: 'amount';
  key: string;
  words: string[];
}
/** All terms of a query must match, those `without` must not. */
export type QueryTerm = WordTerm | PhraseTerm | AmountTerm;

/** A term and where it stands in what was typed, in UTF-16 units. */
export interface PlacedTerm {
  term: QueryTerm;
  start: number;
  end: number;
}

const LONGEST_QUERY = 1_000;
const MOST_TERMS = 24;
const PHRASE_QUOTE = /["“”„]/;
/** A minus that belongs to what follows: no blank between them, one (or nothing) before. */
const MINUS_BEFORE = /(?:^|\s)[-\u2212\u2013]$/;

interface Part {
  text: string;
  start: number;
  quoted: boolean;
}

/** Splits at double quotes; «ёлочки» belong to names and mean nothing, an open quote reaches to the end. */
function parts(query: string): Part[] {
  let start = 0;
  return query.split(PHRASE_QUOTE).map((text, i) => {
    const part = { text, start, quoted: i % 2 === 1 };
    start += text.length + 1;
    return part;
  });
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

const placeOf = (tokens: readonly Token[]): { start: number; end: number } => ({
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
});

function plainTerms(text: string): PlacedTerm[] {
  const tokens = tokenize(text);
  const amounts = findAmounts(text, tokens);
  const terms: PlacedTerm[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (isNumberSign(text, tokens, at)) {
      at += 1;
      continue;
    }
    const amount = amounts.find((candidate) => candidate.first === at);
    if (amount !== undefined) {
      const all = tokens.slice(at, amount.last + 1);
      const words = all.map((token) => token.text);
      terms.push({
        term: { kind: 'amount', key: amount.keys.at(-1) ?? '', words, prefix: false },
        ...placeOf(all),
      });
      at = amount.last + 1;
      continue;
    }
    let end = chunkEnd(text, tokens, at);
    const stop = amounts.find((candidate) => candidate.first > at && candidate.first < end);
    if (stop !== undefined) end = stop.first;
    terms.push(...chunkTerms(text, tokens.slice(at, end)));
    at = end;
  }
  return terms;
}

/** «N 418» and «No. 418» are «№ 418»: the sign says only that a number follows. */
function isNumberSign(text: string, tokens: readonly Token[], at: number): boolean {
  const [sign, next] = [tokens[at], tokens[at + 1]];
  if (!sign || !next || (sign.text !== 'n' && sign.text !== 'no')) return false;
  return next.number && /^(?:\.|[.\s]\s*)$/.test(text.slice(sign.end, next.start));
}

/** What stands together: a number or an address as written, a compound word by its parts, unless it is to be left out. */
function chunkTerms(text: string, chunk: Token[]): PlacedTerm[] {
  const { start, end } = placeOf(chunk);
  const [first] = chunk;
  // «-15» is a figure, «-слово» a wish.
  const without = first !== undefined && !first.number && MINUS_BEFORE.test(text.slice(0, start));
  const written = chunk.some((token) => token.number) || text.slice(start, end).includes('@');
  if (chunk.length > 1 && (written || without)) {
    const words = chunk.map((token) => token.text);
    return [{ term: { kind: 'phrase', words, prefix: false, ...(without && { without }) }, start, end }];
  }
  return chunk.map((token) => ({
    term: { kind: 'word', text: token.text, prefix: false, ...(without && { without }) },
    start: token.start,
    end: token.end,
  }));
}

/**
 * Reads what a user typed. Words, numbers and amounts in any order, "exact phrases", -words that must not be there; every other sign
 * only parts words, so there is no syntax to get wrong. While typing (nothing behind the last word) the last term may be a prefix.
 */
export function readQuery(query: string, whileTyping = true): PlacedTerm[] {
  const text = query.slice(0, LONGEST_QUERY);
  const terms = parts(text).flatMap((part): PlacedTerm[] => {
    const moved = ({ term, start, end }: PlacedTerm) => ({ term, start: start + part.start, end: end + part.start });
    if (!part.quoted) return plainTerms(part.text).map(moved);
    const tokens = tokenize(part.text);
    if (tokens.length === 0) return [];
    const without = MINUS_BEFORE.test(text.slice(0, part.start - 1));
    const words = tokens.map((token) => token.text);
    return [moved({ term: { kind: 'phrase', words, prefix: false, ...(without && { without }) }, ...placeOf(tokens) })];
  });
  const kept = terms.slice(0, MOST_TERMS);
  const last = kept.at(-1)?.term;
  const open = /[\p{L}\p{N}]$/u.test(text) && kept.length === terms.length;
  if (whileTyping && open && last !== undefined && !last.without) last.prefix = true;
  return kept;
}

/** The terms of a query alone. */
export const parseQuery = (query: string, whileTyping = true): QueryTerm[] =>
  readQuery(query, whileTyping).map(({ term }) => term);

/** What has to be there. */
export const wantedTerms = (terms: readonly QueryTerm[]): QueryTerm[] => terms.filter((term) => !term.without);
