import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInDigits, amountInWords, capital } from './amount.ts';
import { formFor, numberInWords } from './numbers.ts';

const values: Record<string, number> = {};
const units =
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать';
for (const [value, word] of units.split(' ').entries()) values[word] = value;
Object.assign(values, { одна: 1, одно: 1, две: 2 });
for (const [index, word] of 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'
  .split(' ')
  .entries())
  values[word] = (index + 2) * 10;
for (const [index, word] of 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'
  .split(' ')
  .entries())
  values[word] = (index + 1) * 100;
const scaleOf = (word: string): number | undefined =>
  (
    [
      ['тысяч', 1e3],
      ['миллион', 1e6],
      ['миллиард', 1e9],
      ['триллион', 1e12],
    ] as const
  )
    .toReversed()
    .find(([stem]) => word.startsWith(stem))?.[1];

/** Reads a number back from its words: the reverse, written from the rules of counting and not from the code under test. */
function readNumber(words: readonly string[]): number {
  let total = 0;
  let triad = 0;
  for (const word of words) {
    const scale = scaleOf(word);
    if (scale) {
      total += triad * scale;
      triad = 0;
    } else {
      const value = values[word];
      if (value === undefined) throw new Error(`what is «${word}»?`);
      triad += value;
    }
  }
  return total + triad;
}

describe('numbers in words', () => {
  test.each([
    [0, 'ноль рублей 00 копеек'],
    [1, 'ноль рублей 01 копейка'],
    [100, 'один рубль 00 копеек'],
    [202, 'два рубля 02 копейки'],
    [505, 'пять рублей 05 копеек'],
    [1111, 'одиннадцать рублей 11 копеек'],
    [1221, 'двенадцать рублей 21 копейка'],
    [2100, 'двадцать один рубль 00 копеек'],
    [100_000, 'одна тысяча рублей 00 копеек'],
    [200_000, 'две тысячи рублей 00 копеек'],
    [100_100, 'одна тысяча один рубль 00 копеек'],
    [1_100_000, 'одиннадцать тысяч рублей 00 копеек'],
    [2_100_000, 'двадцать одна тысяча рублей 00 копеек'],
    [100_000_000, 'один миллион рублей 00 копеек'],
    [1_248_000_000, 'двенадцать миллионов четыреста восемьдесят тысяч рублей 00 копеек'],
    [
      99_999_999_999_999,
      'девятьсот девяносто девять миллиардов девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять рублей 99 копеек',
    ],
    [-150, 'минус один рубль 50 копеек'],
  ])('%d kopecks', (kopecks, words) => {
    expect(amountInWords(kopecks)).toBe(words);
  });

  test('other currencies and forms', () => {
    expect(amountInWords(210_000_101, 'USD')).toBe('два миллиона сто тысяч один доллар США 01 цент');
    expect(amountInWords(2200, 'EUR')).toBe('двадцать два евро 00 центов');
    expect(amountInWords(2203, 'CNY')).toBe('двадцать два юаня 03 фэня');
    expect(amountInWords(500, 'KZT')).toBe('пять тенге 00 тиынов');
    expect(amountInWords(200, 'BYN')).toBe('два белорусских рубля 00 копеек');
    expect(amountInWords(200, 'XAU')).toBe('два XAU 00 сотых');
    expect(amountInWords(1_248_000_000, 'RUB', 'full')).toBe(
      '12\u00a0480\u00a0000 (двенадцать миллионов четыреста восемьдесят тысяч) рублей 00 копеек',
    );
    expect(amountInWords(102, 'RUB', 'spoken')).toBe('один рубль две копейки');
    expect(capital(amountInWords(100))).toBe('Один рубль 00 копеек');
    expect(amountInDigits(123_456_789)).toBe('1\u00a0234\u00a0567,89');
    expect(amountInDigits(-5)).toBe('−0,05');
  });

  test('gender changes one and two only', () => {
    expect([1, 2, 3, 21, 42, 11].map((value) => numberInWords(value, 'female'))).toEqual([
      'одна',
      'две',
      'три',
      'двадцать одна',
      'сорок две',
      'одиннадцать',
    ]);
    expect(numberInWords(1, 'neuter')).toBe('одно');
    expect(numberInWords(-7)).toBe('минус семь');
    expect(() => numberInWords(0.5)).toThrow(RangeError);
    expect(() => amountInWords(0.5)).toThrow(RangeError);
  });

  test('an amount is read back from its words', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999_999_999 }), (kopecks) => {
        const [words = '', parts = ''] = amountInWords(kopecks).split(/ рубл(?:ь|я|ей) /);
        expect(readNumber(words.split(' '))).toBe(Math.floor(kopecks / 100));
        expect(Number(parts.slice(0, 2))).toBe(kopecks % 100);
      }),
    );
  });

  test('forms follow the last two digits', () => {
    const forms = ['день', 'дня', 'дней'] as const;
    expect([1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 111, 112, 121, 0].map((count) => formFor(count, forms))).toEqual(
      'день дня дня дней дней дней дней день дня дней дней дней день дней'.split(' '),
    );
  });
});
