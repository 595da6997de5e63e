/** A word, a whole number with its decimals and thousands, a name of a template field, or one sign; with the white space before it. */
export interface Token {
  readonly lead: string;
  readonly word: string;
}

const pattern =
  /\s*(\d{1,3}(?: \d{3})+(?:[.,]\d+)*(?![\p{L}\p{N}])|\d+(?:[.,:/-]\d+)*(?:[-’']?[\p{L}\p{N}]+)*|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+|[\p{L}\p{N}_]+(?:[-’'][\p{L}\p{N}]+)*|\S)/gu;

/** Splits a text; joining leads and words gives it back, except white space at its end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(pattern)) {
    const word = found[1] ?? '';
    tokens.push({ lead: found[0].slice(0, found[0].length - word.length), word });
  }
  return tokens;
}

/** A word or a number, not a sign. */
export const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);
