import { findAmounts } from './amounts.ts';
import { tokenize } from './tokens.ts';
import type { WordKeys } from './word-keys.ts';

/** What the full-text index stores of a text: tokens parted by single spaces. */
export interface IndexText {
  /** Every token in order: positions serve phrases. */
  exact: string;
  /** Keys that are not tokens themselves: dictionary forms, stems, plain numbers, amounts. */
  forms: string;
}

/** Makes the two index columns of a text. A key equal to its token is left out: queries look for keys in both. */
export function indexText(text: string, keysOf: WordKeys): IndexText {
  const tokens = tokenize(text);
  let exact = '';
  const forms = new Set<string>();
  for (const token of tokens) {
    exact += exact === '' ? token.text : ` ${token.text}`;
    for (const key of keysOf(token.text)) if (key !== token.text) forms.add(key);
  }
  for (const amount of findAmounts(text, tokens)) for (const key of amount.keys) forms.add(key);
  return { exact, forms: [...forms].join(' ') };
}
