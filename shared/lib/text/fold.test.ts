import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldForFilter, foldWord, sortKey } from './fold.ts';

const byKey = (names: string[]): string[] => names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

test('case, ё, accents and invisible marks fold away', () => {
  expect(foldForFilter('ДОГОВОР Поставки')).toBe('договор поставки');
  expect(foldForFilter('Ёлка, ещё')).toBe('елка, еще');
  expect(foldForFilter('й из двух знаков: йод')).toBe('й из двух знаков: йод');
  expect(foldForFilter('е\u0308лка')).toBe('елка');
  expect(foldForFilter('за\u0301мок')).toBe('замок');
  expect(foldForFilter('до\u00adго\u200bвор\u202e')).toBe('договор');
  expect(foldForFilter('Café CAFE\u0301')).toBe('cafe cafe');
});

test('blanks, quotes and dashes come in one kind', () => {
  expect(foldForFilter('  «Рога\u00a0и\tкопыта» — 2026  ')).toBe('"рога и копыта" - 2026');
});

test('a look-alike of the other alphabet inside a word', () => {
  expect(foldForFilter('Дoгoвop')).toBe('договор');
  expect(foldForFilter('Cчёт')).toBe('счет');
  expect(foldForFilter('Сompany')).toBe('company');
  expect(foldForFilter('Яndex')).toBe('яndex');
  expect(foldForFilter('OOO Ромашка')).toBe('ooo ромашка');
});

test('foldForFilter is idempotent for any text, and case never matters', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'АаЁёЙйЯяAaCcXxZ0 7«»-\u0306\u0308\u0301\u200b\n') }), (text) => {
      const folded = foldForFilter(text);
      expect(foldForFilter(folded)).toBe(folded);
      expect(foldForFilter(text.toLowerCase())).toBe(folded);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => foldForFilter(foldForFilter(text)) === foldForFilter(text)),
  );
});

test('one word loses its blanks', () => {
  expect(foldWord(' Счёт ')).toBe('счет');
});

test('sort keys give the Russian order: ё behind е, Latin behind Cyrillic, numbers by value', () => {
  expect(byKey(['Ярмарка', 'Zeta', 'Ёлка', 'Жук', 'Ель', 'Арбат', 'Alpha', '10 лет', '9 лет'])).toEqual([
    '9 лет',
    '10 лет',
    'Арбат',
    'Ель',
    'Ёлка',
    'Жук',
    'Ярмарка',
    'Alpha',
    'Zeta',
  ]);
  expect(byKey(['ВХ-100', 'ВХ-20', 'ВХ-3'])).toEqual(['ВХ-3', 'ВХ-20', 'ВХ-100']);
  expect(byKey(['Иванова', 'Иванов Пётр', 'Иванов'])).toEqual(['Иванов', 'Иванов Пётр', 'Иванова']);
});

test('quotes and the legal form in front of a name do not count', () => {
  const plain = sortKey('Сибирские технологии');
  expect(sortKey('ООО «Сибирские технологии»')).toBe(plain);
  expect(sortKey('Общество с ограниченной ответственностью "Сибирские технологии"')).toBe(plain);
  expect(byKey(['ООО «Ромашка»', '«Сибирские технологии», ООО', 'АО «Альфа»', 'Тензор'])).toEqual([
    'АО «Альфа»',
    'ООО «Ромашка»',
    '«Сибирские технологии», ООО',
    'Тензор',
  ]);
  expect(sortKey('ИП')).not.toBe('');
});

test('the order of bytes is the order of units, for any text of letters and digits', () => {
  const word = fc.string({ unit: fc.constantFrom(...'абеёжяАЁЯazAZ0159 «-') });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const [left, right] = [sortKey(a), sortKey(b)];
      expect(Buffer.compare(Buffer.from(left), Buffer.from(right))).toBe(left < right ? -1 : left > right ? 1 : 0);
      expect(sortKey(a.toUpperCase())).toBe(left);
    }),
  );
});
