import { MINUS, NBSP } from '#renderer/i18n/format/money.ts';

/** What a person typed → a number; null when it is none. Accepts `12,5`, `1 234.5`, a typographic minus. */
export function numberOf(typed: string): number | null {
  const text = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(',', '.');
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(text)) return null;
  const value = Number(text);
  return Object.is(value, -0) ? 0 : value;
}

/** 1234567.5 → `1 234 567,5`, thousands joined by no-break spaces. */
export function numberWords(value: number): string {
  const [whole = '', rest] = String(Math.abs(value)).split('.');
  const figures = whole.replace(/\B(?=(\d{3})+$)/g, NBSP) + (rest ? `,${rest}` : '');
  return value < 0 ? MINUS + figures : figures;
}
