import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery, readQuery } from './query.ts';

test('words, and the last one as it is being typed', () => {
  expect(parseQuery('Договоры Пост')).toEqual([
    { kind: 'word', text: 'договоры', prefix: false },
    { kind: 'word', text: 'пост', prefix: true },
  ]);
  expect(parseQuery('договор ')).toEqual([{ kind: 'word', text: 'договор', prefix: false }]);
  expect(parseQuery('договор', false)).toEqual([{ kind: 'word', text: 'договор', prefix: false }]);
});

test('quotes make phrases, ёлочки do not', () => {
  expect(parseQuery('"акт сверки" долг ')).toEqual([
    { kind: 'phrase', words: ['акт', 'сверки'], prefix: false },
    { kind: 'word', text: 'долг', prefix: false },
  ]);
  expect(parseQuery('"акт сверки')).toEqual([{ kind: 'phrase', words: ['акт', 'сверки'], prefix: true }]);
  expect(parseQuery('«Рога»')).toEqual([{ kind: 'word', text: 'рога', prefix: false }]);
});

test('numbers keep their parts together, compound words do not', () => {
  expect(parseQuery('ВХ-НСК/2026-004')).toEqual([
    { kind: 'phrase', words: ['вх', 'нск', '2026', '004'], prefix: true },
  ]);
  expect(parseQuery('счёт-фактура ').map((term) => term.kind)).toEqual(['word', 'word']);
  expect(parseQuery('a@b.ru ')).toEqual([{ kind: 'phrase', words: ['a', 'b', 'ru'], prefix: false }]);
});

test('amounts', () => {
  expect(parseQuery('на 1 234 567,89 ')).toEqual([
    { kind: 'word', text: 'на', prefix: false },
    { kind: 'amount', key: '1234567k89', words: ['1', '234', '567', '89'], prefix: false },
  ]);
});

test('a minus before a word or a phrase leaves out what holds it; dashes, numbers and figures below zero are as they were', () => {
  expect(parseQuery('договор -аренда −"акт сверки" ')).toEqual([
    { kind: 'word', text: 'договор', prefix: false },
    { kind: 'word', text: 'аренда', prefix: false, without: true },
    { kind: 'phrase', words: ['акт', 'сверки'], prefix: false, without: true },
  ]);
  expect(parseQuery('договор -арен').at(-1)).toEqual({ kind: 'word', text: 'арен', prefix: false, without: true });
  expect(parseQuery('акт -счёт-фактура ').at(-1)).toMatchObject({ words: ['счет', 'фактура'], without: true });
  for (const text of ['Омск - Тюмень', 'счёт-фактура', 'ВХ-НСК/2026-004', 'от -15', '- акт'])
    expect(parseQuery(text).filter((term) => term.without)).toEqual([]);
});

test('a term knows where it was typed', () => {
  const text = 'акт "о приёмке" -аренда 12,50 ';
  expect(readQuery(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'акт',
    'о приёмке',
    'аренда',
    '12,50',
  ]);
});

test('whatever is typed gives terms of letters and digits only, and few of them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
      const terms = parseQuery(text);
      expect(terms.length).toBeLessThanOrEqual(24);
      for (const term of terms) {
        for (const word of term.kind === 'word' ? [term.text] : term.words) {
          expect(word).toMatch(/^[^\s"'()*:^+-]+$/u);
        }
      }
    }),
  );
});
