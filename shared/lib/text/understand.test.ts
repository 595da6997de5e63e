import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDictionary } from './dictionary.ts';
import { findDates } from './query-dates.ts';
import { type Meaning, type People, peopleOf, understand } from './understand.ts';
import { createWordKeys } from './word-keys.ts';

const employees = [
  { id: 'anna', fullName: 'Миронова Анна Павловна' },
  { id: 'peter', fullName: 'Миронов Пётр Сергеевич' },
  { id: 'li', fullName: 'Ли Виктор Иванович' },
  { id: 'panov', fullName: 'Сергей Панов' },
];
const people: People = peopleOf(employees, createWordKeys(emptyDictionary));
const read = (text: string, off: readonly string[] = []): Meaning[] => understand(text, off, people);
const said = (text: string) => read(text).map(({ kind, text: typed }) => [kind, typed]);

test.each([
  ['12.03.2026', '2026-03-12', '2026-03-12'],
  ['12.3.26 г.', '2026-03-12', '2026-03-12'],
  ['2026-03-12', '2026-03-12', '2026-03-12'],
  ['12 марта 2026 года', '2026-03-12', '2026-03-12'],
  ['March 12, 2026', '2026-03-12', '2026-03-12'],
  ['март 2026', '2026-03-01', '2026-03-31'],
  ['в феврале 2024', '2024-02-01', '2024-02-29'],
  ['02.2026', '2026-02-01', '2026-02-28'],
  ['II квартал 2026', '2026-04-01', '2026-06-30'],
  ['4 кв. 2025', '2025-10-01', '2025-12-31'],
  ['за 2025 год', '2025-01-01', '2025-12-31'],
  ['с 01.03.2026 по 15.03.2026', '2026-03-01', '2026-03-15'],
  ['12.03.2026-20.03.2026', '2026-03-12', '2026-03-20'],
  ['март 2026 – май 2026', '2026-03-01', '2026-05-31'],
])('%s is understood as days', (text, from, to) => {
  expect(findDates(text)).toMatchObject([{ from, to }]);
  const [meaning, ...rest] = read(text).filter((one) => one.kind === 'date');
  expect(meaning?.days).toEqual({ from, to });
  expect(rest).toEqual([]);
});

test.each([
  '31.02.2026',
  '12.13.2026',
  'ВХ-12.03.2026',
  '4.2.1',
  '2026',
  '1234 г.',
  'п. 12.03.20261',
  'матч 2026',
  '"12.03.2026"',
])('%s is no date', (text) => {
  expect(read(text).filter((one) => one.days)).toEqual([]);
});

test('numbers of documents, ИНН and amounts are told apart', () => {
  expect(said('ВХ-НСК/2026-00418 7707083893 150000 1 150 000,00 "10 мая"')).toEqual([
    ['number', 'ВХ-НСК/2026-00418'],
    ['inn', '7707083893'],
    ['number', '150000'],
    ['amount', '1 150 000,00'],
    ['phrase', '10 мая'],
  ]);
  // The last digit does not fit.
  expect(said('7707083894')).toEqual([['number', '7707083894']]);
});

test.each([
  ['150000', 15_000_000],
  ['150 000,00', 15_000_000],
  ['150 000,50 руб.', 15_000_050],
  ['1,5 млн руб', 150_000_000],
  ['200 тыс.', 20_000_000],
  ['300 ₽', 30_000],
])('%s is %d kopecks, the words for money among it', (text, amount) => {
  expect(read(text)).toMatchObject([{ amount }]);
});

test('an employee is known by the surname in any form, and by more of the name where it is typed', () => {
  expect(read('Мироновой')).toMatchObject([{ kind: 'person', people: ['anna', 'peter'] }]);
  expect(read('миронова анна договор')).toMatchObject([
    { kind: 'person', people: ['anna'], text: 'миронова анна' },
    { kind: 'word', text: 'договор' },
  ]);
  expect(read('Анна Миронова')).toMatchObject([{ kind: 'person', people: ['anna'] }]);
  expect(read('Миронов П. С.')).toMatchObject([{ kind: 'person', people: ['peter'] }]);
  expect(said('ли')).toEqual([['word', 'ли']]);
  expect(read('Ли')).toMatchObject([{ kind: 'person', people: ['li'] }]);
  for (const text of ['Панову', 'Сергею Панову', 'Панов С.']) expect(read(text)).toMatchObject([{ people: ['panov'] }]);
  expect(said('-Миронова')).toEqual([['word', 'Миронова']]);
});

test('a date or an employee that is switched off is words again; a word that is switched off stays to be switched on', () => {
  const [date] = read('март 2026');
  const off = read('март 2026', [date?.key ?? '']);
  expect(off.map((one) => [one.kind, one.off])).toEqual([
    ['date', true],
    ['word', false],
    ['number', false],
  ]);
  const words = read('акт март 2026', ['word:акт']);
  expect(words.map((one) => [one.kind, one.off])).toEqual([
    ['word', true],
    ['date', false],
  ]);
});

test('whatever is typed, every part is a stretch of it, in order and with keys of their own', () => {
  const pieces = [
    'Миронов',
    'а',
    ' ',
    '12',
    '.',
    '03',
    '2026',
    'март',
    '-',
    '"',
    '150',
    '000',
    ',',
    'руб',
    'год',
    'по',
    'I',
    'кв',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 }))), (parts) => {
      const text = parts.join('');
      const meanings = read(text);
      expect(new Set(meanings.map((one) => one.key)).size).toBe(meanings.length);
      for (const one of meanings) {
        expect(text).toContain(one.text);
        expect(one.terms.length).toBeGreaterThan(0);
        expect(one.terms.some((term) => term.without)).toBe(false);
      }
    }),
  );
});
