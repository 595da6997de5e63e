import type { Token } from './tokens.ts';

/** A number written with groups or kopecks, over tokens [first, last]. */
export interface Amount {
  first: number;
  last: number;
  /** Index keys: the whole roubles and, with kopecks other than 00, roubles and kopecks («1234567k89»). */
  keys: string[];
}

const GROUP_SPACE = /^[ \u00a0\u2009\u202f]$/;
const DECIMAL = /^[.,]$/;
const GOES_ON = /^[.,/-]\d/;

/** A number without leading zeros. */
export function plainNumber(digits: string): string {
  const stripped = digits.replace(/^0+/, '');
  return stripped === '' ? '0' : stripped;
}

/** Last token of the groups that begin at `first`: 1 to 3 digits, then groups of exactly three behind one space each. */
function groupsEnd(text: string, tokens: Token[], first: number): number {
  let last = first;
  if ((tokens[first]?.text.length ?? 0) > 3) return last;
  for (;;) {
    const next = tokens[last + 1];
    if (next === undefined || !next.number || next.text.length !== 3) return last;
    if (!GROUP_SPACE.test(text.slice(tokens[last]?.end, next.start))) return last;
    last += 1;
  }
}

function amountAt(text: string, tokens: Token[], first: number): Amount | undefined {
  const groups = groupsEnd(text, tokens, first);
  const whole = plainNumber(
    tokens
      .slice(first, groups + 1)
      .map((token) => token.text)
      .join(''),
  );
  const kopecks = tokens[groups + 1];
  const separated = kopecks?.number === true && DECIMAL.test(text.slice(tokens[groups]?.end, kopecks.start));
  // 12.03.2026 and п. 4.2.1 are no amounts: nothing of the kind goes on behind the kopecks.
  if (separated && kopecks.text.length <= 2 && !GOES_ON.test(text.slice(kopecks.end, kopecks.end + 2))) {
    const cents = kopecks.text.padEnd(2, '0');
    return { first, last: groups + 1, keys: cents === '00' ? [whole] : [whole, `${whole}k${cents}`] };
  }
  return groups === first ? undefined : { first, last: groups, keys: [whole] };
}

/** Amounts among the tokens of `text`: 1 234 567,89 · 1234567.89 · 1 234 567. */
export function findAmounts(text: string, tokens: Token[]): Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.number) continue;
    const before = tokens[at - 1];
    const continues = before?.number === true && /^[.,/-]$/.test(text.slice(before.end, token.start));
    const amount = continues ? undefined : amountAt(text, tokens, at);
    if (amount === undefined) continue;
    amounts.push(amount);
    at = amount.last;
  }
  return amounts;
}
