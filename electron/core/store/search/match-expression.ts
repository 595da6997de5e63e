import { alikeWords } from '#shared/lib/text/homoglyphs.ts';
import { isNumber, SHORTEST_PREFIX } from '#shared/lib/text/matching.ts';
import { type QueryTerm, wantedTerms } from '#shared/lib/text/query.ts';
import type { WordKeys } from '#shared/lib/text/word-keys.ts';
import { entityToken } from './index-document.ts';

// Tokens hold letters and digits only; the quotes are doubled all the same, so that no text can become syntax.
function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function phrase(words: string[], prefix: boolean): string {
  const goesOn = prefix && (words.at(-1) ?? '').length >= SHORTEST_PREFIX ? ' *' : '';
  return anyOf(alikeWords(words).map((alike) => `exact : ${quote(alike.join(' '))}${goesOn}`));
}

function anyOf(alternatives: string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' OR ')})`;
}

function termExpression(term: QueryTerm, keysOf: WordKeys): string {
  if (term.kind === 'phrase') return phrase(term.words, term.prefix);
  if (term.kind === 'amount') return anyOf([quote(term.key), phrase(term.words, term.prefix)]);
  const keys = keysOf(term.text).map(quote);
  const prefix = term.prefix && term.text.length >= SHORTEST_PREFIX;
  if (!prefix) return anyOf(keys);
  // The beginning of a number may be that of an amount, which stands among the forms.
  return anyOf([...keys, isNumber(term.text) ? `${quote(term.text)} *` : phrase([term.text], true)]);
}

/** FTS5 expression for the terms, all of which must match save those to be left out, among `entities` (all when undefined). At least one term is wanted. */
export function matchExpression(terms: readonly QueryTerm[], keysOf: WordKeys, entities?: readonly string[]): string {
  const all = wantedTerms(terms).map((term) => termExpression(term, keysOf));
  if (entities !== undefined) all.push(anyOf(entities.map((entity) => quote(entityToken(entity)))));
  const unwanted = terms.filter((term) => term.without).map((term) => termExpression(term, keysOf));
  const wanted = all.join(' AND ');
  return unwanted.length === 0 ? wanted : `(${wanted}) NOT (${unwanted.join(' OR ')})`;
}
