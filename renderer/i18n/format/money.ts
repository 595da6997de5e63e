/** No-break space: thousands, and the sum with its currency, never part at a line's end. */
export const NBSP = '\u00a0';
/** The minus of typography; a hyphen is too short beside figures. */
export const MINUS = '\u2212';

const signs: Record<string, string> = { RUB: '₽', USD: '$', EUR: '€', CNY: '¥' };

/** 1234567 → `1 234 567`, joined by no-break spaces. Counts and whole roubles. */
export function formatCount(value: number): string {
  const digits = String(Math.abs(Math.trunc(value))).replace(/\B(?=(\d{3})+$)/g, NBSP);
  return value < 0 ? MINUS + digits : digits;
}

/** Integer kopecks → `1 234 567,89` without a currency, as in a column headed «Сумма, ₽». */
export function formatAmount(kopecks: number): string {
  const whole = Math.trunc(Math.abs(kopecks) / 100);
  const rest = String(Math.abs(kopecks) % 100).padStart(2, '0');
  return `${kopecks < 0 ? MINUS : ''}${formatCount(whole)},${rest}`;
}

/** Integer kopecks → `1 234 567,89 ₽`; a currency without a sign of its own is named by its code. */
export function formatMoney(kopecks: number, currency = 'RUB'): string {
  return `${formatAmount(kopecks)}${NBSP}${signs[currency] ?? currency}`;
}

/**
 * What a person typed or pasted → integer kopecks; null when it is no amount.
 * Accepts `1234567,89`, `1 234 567.89`, no-break spaces, a typographic minus, a trailing currency.
 */
export function parseMoney(typed: string): number | null {
  const text = typed
    .replace(/[\s\u00a0\u202f\u2009']/g, '')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/(₽|руб\.?|р\.)$/i, '');
  const match = /^(-?)(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(text) ?? thousandsByComma(text);
  if (!match) return null;
  const kopecks = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' && kopecks !== 0 ? -kopecks : kopecks;
}

/** `1,234,567.89`: a sum copied from an English sheet. */
function thousandsByComma(text: string): RegExpExecArray | null {
  // A lone «12,345» may be twelve thousand or a slip of the hand, so it is refused.
  if (!/^-?\d{1,3}((,\d{3})+\.\d{1,2}|(,\d{3}){2,})$/.test(text)) return null;
  return /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', ''));
}
