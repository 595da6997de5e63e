import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount, formatCount, formatMoney, parseMoney } from '#renderer/i18n/format/money.ts';

describe('money', () => {
  test('is written with no-break spaces, a comma and the sign of the currency', () => {
    expect(formatMoney(123456789)).toBe('1\u00a0234\u00a0567,89\u00a0₽');
    expect(formatMoney(5, 'USD')).toBe('0,05\u00a0$');
    expect(formatMoney(100, 'KZT')).toBe('1,00\u00a0KZT');
    expect(formatCount(12480)).toBe('12\u00a0480');
  });

  test('carries the minus of typography', () => {
    expect(formatAmount(-4821050)).toBe('\u221248\u00a0210,50');
  });

  test('is read as people type and paste it', () => {
    expect(parseMoney('1234567,89')).toBe(123456789);
    expect(parseMoney('1 234 567.89')).toBe(123456789);
    expect(parseMoney('1\u00a0234\u00a0567,8 ₽')).toBe(123456780);
    expect(parseMoney('1,234,567.89')).toBe(123456789);
    expect(parseMoney('\u221215')).toBe(-1500);
    expect(parseMoney('500 руб.')).toBe(50000);
  });

  test('is refused when it is no amount', () => {
    for (const text of ['', 'сто', '1,2,3', '12,345', '1e5', '99999999999999', '--5'])
      expect(parseMoney(text)).toBeNull();
  });

  test('comes back from its own writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (kopecks) => {
        expect(parseMoney(formatMoney(kopecks))).toBe(kopecks);
      }),
    );
  });
});
