import { foldCode, IGNORED, kindOf, SEPARATOR } from './characters.ts';
import { scanTokens } from './tokens.ts';

const QUOTES = /["'`´«»„“”‟‘’‚‹›]/;
const DASHES = /[‐‑‒–—―−]/;

/** One word as the index and the filters see it: lower case, ё as е, one alphabet, nothing invisible. */
export function foldWord(word: string): string {
  return foldForFilter(word).replaceAll(' ', '');
}

function foldSeparators(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === IGNORED) continue;
    const char = text[at] ?? '';
    if (kind !== SEPARATOR) result += String.fromCharCode(foldCode(code));
    else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || /\s/.test(char)) result += ' ';
    else if (QUOTES.test(char)) result += '"';
    else result += DASHES.test(char) ? '-' : char;
  }
  return result;
}

/**
 * Text as filters compare it («contains», «equals»): folded words, one kind of quotes and dashes, single spaces.
 * The same on both stores; idempotent.
 */
export function foldForFilter(text: string): string {
  let result = '';
  let done = 0;
  scanTokens(text, (token) => {
    result += foldSeparators(text.slice(done, token.start)) + token.text;
    done = token.end;
  });
  result += foldSeparators(text.slice(done));
  return result.replace(/ +/g, ' ').trim();
}
