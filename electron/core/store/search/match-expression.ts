import { isNumber, SHORTEST_PREFIX } from '#shared/lib/text/matching.ts';
import type { QueryTerm } from '#shared/lib/text/query.ts';
import type { WordKeys } from '#shared/lib/text/word-keys.ts';
import { entityToken } from './index-document.ts';

// Tokens hold letters and digits only; the quotes are doubled all the same, so that no text can become syntax.
function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function phrase(words: string[], prefix: boolean): string {
  return `exact : ${quote(words.join(' '))}${prefix && (words.at(-1) ?? '').length >= SHORTEST_PREFIX ? ' *' : ''}`;
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

/** FTS5 expression for the terms, all of which must match, among `entities` (all when undefined). */
export function matchExpression(terms: QueryTerm[], keysOf: WordKeys, entities?: readonly string[]): string {
  const all = terms.map((term) => termExpression(term, keysOf));
  if (entities !== undefined) all.push(anyOf(entities.map((entity) => quote(entityToken(entity)))));
  return all.join(' AND ');
}
