import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAmounts } from './amounts.ts';
import { foldWord } from './fold.ts';
import { tokenize } from './tokens.ts';

const texts = (text: string): string[] => tokenize(text).map((token) => token.text);
const amounts = (text: string): string[][] => findAmounts(text, tokenize(text)).map((amount) => amount.keys);

test('words, numbers and document numbers', () => {
  expect(texts('ВХ-НСК/2026-00418 от 12.03.2026')).toEqual(['вх', 'нск', '2026', '00418', 'от', '12', '03', '2026']);
  expect(texts('1С:Бухгалтерия, счёт-фактура №5')).toEqual(['1', 'с', 'бухгалтерия', 'счет', 'фактура', '5']);
  expect(texts('ivanov@firma.ru')).toEqual(['ivanov', 'firma', 'ru']);
  expect(texts('«»…—🙂 \u200b')).toEqual([]);
});

test('tokens remember where they stood, invisible marks included', () => {
  const text = 'Акт до\u00adговора, и\u0306од';
  expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Акт',
    'до\u00adговора',
    'и\u0306од',
  ]);
  expect(texts(text)[2]).toBe('йод');
});

test('any text: tokens are in order, apart, folded, and their places read as themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let done = 0;
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(done);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.text).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(foldWord(text.slice(token.start, token.end)).startsWith(token.text)).toBe(true);
        done = token.end;
      }
    }),
  );
});

test('amounts in every usual way of writing', () => {
  for (const text of ['1 234 567,89', '1\u00a0234\u00a0567,89', '1234567,89', '1234567.89', '1\u202f234\u202f567.89']) {
    expect(amounts(`итого ${text} руб.`)).toEqual([['1234567', '1234567k89']]);
  }
  expect(amounts('1 234 567')).toEqual([['1234567']]);
  expect(amounts('5,5')).toEqual([['5', '5k50']]);
  expect(amounts('1 000 000,00')).toEqual([['1000000']]);
});

test('dates, clauses, long and parted numbers are no amounts', () => {
  for (const text of ['12.03.2026', 'п. 4.2.1', '2026 100', '7707083893', '10/20', '15 шт. 200']) {
    expect(amounts(text)).toEqual([]);
  }
});

test('a very long word is cut, the text goes on behind it', () => {
  const [long, next] = texts(`${'ж'.repeat(100_000)} акт`);
  expect(long).toHaveLength(64);
  expect(next).toBe('акт');
});
