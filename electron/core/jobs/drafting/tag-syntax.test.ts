import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanValue } from './clean-value.ts';
import { distance, nearWords } from './near-names.ts';
import { filterNames, parseTag, readFilter } from './tag-syntax.ts';

describe('what stands between the braces', () => {
  test.each([
    ['Сумма', 'value', ['Сумма'], [], null],
    ['Контрагент . ИНН', 'value', ['Контрагент', 'ИНН'], [], null],
    ['Сумма прописью', 'value', ['Сумма'], ['words'], null],
    ['Дата словами|с заглавной', 'value', ['Дата'], ['long', 'capital'], null],
    ['Директор в родительном падеже', 'value', ['Директор'], ['genitive'], null],
    ['Director in the genitive case', 'value', ['Director'], ['genitive'], null],
    ['Директор | творительный | инициалы', 'value', ['Директор'], ['instrumental', 'initials'], null],
    ['Amount in words', 'value', ['Amount'], ['long'], null],
    ['#если нет НДС', 'open', ['НДС'], [], 'unless'],
    ['# если Лимит', 'open', ['Лимит'], [], 'if'],
    ['#нет НДС', 'open', ['НДС'], [], 'unless'],
    ['#Неустойка', 'open', ['Неустойка'], [], null],
    ['#Строки [loopOver: "row"]', 'open', ['Строки'], [], null],
    ['/Строки', 'close', ['Строки'], [], null],
    ['/', 'close', [], [], null],
    ['Товар в пути', 'value', ['Товар в пути'], [], null],
    ['Договор прописью', 'value', ['Договор'], ['words'], null],
  ])('{%s}', (inner, kind, path, formats, condition) => {
    expect(parseTag(inner)).toMatchObject({ kind, path, formats, condition, unknownFilters: [] });
  });

  test('options and unknown filters are kept to be told', () => {
    expect(parseTag('#Строки [loopOver: "row"]').options).toBe('loopOver: "row"');
    expect(parseTag('Сумма|рублями').unknownFilters).toEqual(['рублями']);
  });

  test('every filter that is offered is understood', () => {
    expect(filterNames.filter((name) => readFilter(name) === null)).toEqual([]);
  });

  test('nothing makes it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (inner) => {
        expect(parseTag(inner).path).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('near words', () => {
  test('counted in letters added, dropped, replaced or swapped', () => {
    expect([
      distance('сумма', 'сумма'),
      distance('сума', 'сумма'),
      distance('сммуа', 'сумма'),
      distance('', 'аб'),
    ]).toEqual([0, 1, 2, 2]);
    expect(distance('абв', 'бав')).toBe(1);
    expect(nearWords(filterNames, 'родителный')).toEqual(['родительный']);
    expect(nearWords(filterNames, 'километры')).toEqual([]);
  });

  test('is the same both ways and zero for equal words only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, two) => {
        expect(distance(one, two)).toBe(distance(two, one));
        expect(distance(one, two) === 0).toBe(one === two);
      }),
    );
  });
});

test('values are cleaned once and for all', () => {
  expect(cleanValue('а\r\nб\rв\u2028г\u0007\u202eд\ufffe')).toBe('а\nб\nв\nгд');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanValue(text);
      expect(cleanValue(clean)).toBe(clean);
      expect(clean.isWellFormed()).toBe(true);
    }),
  );
});
