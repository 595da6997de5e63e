import { CYRILLIC, composes, DIGIT, foldCode, IGNORED, kindOf, LATIN, SEPARATOR } from './characters.ts';
import { unifyAlphabet } from './homoglyphs.ts';

/** A word or a run of digits: folded text and its place [start, end) in the text it came from. */
export interface Token {
  text: string;
  start: number;
  end: number;
  number: boolean;
}

/**
 * Calls `visit` for each token in order. Letters and digits never share a token («1С» is two, «ВХ-НСК/2026-00418»
 * four), so a part of a number is found as well as the whole.
 */
export function scanTokens(text: string, visit: (token: Token) => void): void {
  let word = '';
  let start = 0;
  let end = 0;
  let number = false;
  let cyrillic = false;
  let latin = false;
  const flush = (): void => {
    if (word === '') return;
    visit({ text: cyrillic && latin ? unifyAlphabet(word) : word, start, end, number });
    word = '';
    cyrillic = false;
    latin = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === SEPARATOR) {
      flush();
      continue;
    }
    if (kind === IGNORED) {
      const composed = word === '' ? undefined : composes(word.charCodeAt(word.length - 1), code);
      if (composed !== undefined) word = word.slice(0, -1) + String.fromCharCode(composed);
      // An accent belongs to the letter it stands on; an invisible mark behind a word does not belong to the word.
      if (word !== '' && code >= 0x300 && code <= 0x36f) end = at + 1;
      continue;
    }
    const digit = kind === DIGIT;
    if (word !== '' && digit !== number) flush();
    if (word === '') {
      start = at;
      number = digit;
    }
    if (kind === CYRILLIC) cyrillic = true;
    else if (kind === LATIN) latin = true;
    word += String.fromCharCode(foldCode(code));
    end = at + 1;
  }
  flush();
}

// Longer words are cut on both sides of the comparison, so they still find each other.
const MAX_TOKEN_LENGTH = 64;

/** All tokens of a text, in order, as index and queries use them. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  scanTokens(text, (token) => {
    if (token.text.length > MAX_TOKEN_LENGTH) token.text = token.text.slice(0, MAX_TOKEN_LENGTH);
    tokens.push(token);
  });
  return tokens;
}
