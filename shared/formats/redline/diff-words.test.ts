import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from '#shared/formats/redline/diff-words.ts';

/** [-deleted-] and {+inserted+}, to be read at a glance. */
const shown = (left: string, right: string): string =>
  diffWords(left, right)
    .map(({ op, text }) => (op === 'keep' ? text : op === 'del' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test.each([
  [
    'Покупатель оплачивает товар в течение 15 (пятнадцати) рабочих дней с даты подписания УПД.',
    'Покупатель оплачивает товар в течение 7 (семи) календарных дней с даты отгрузки.',
    'Покупатель оплачивает товар в течение [-15 (пятнадцати) рабочих-]{+7 (семи) календарных+} дней с даты [-подписания УПД-]{+отгрузки+}.',
  ],
  [
    'неустойку 0,1 % от стоимости за каждый день просрочки, но не более 10 %.',
    'неустойку 0,05 % от стоимости за каждый день просрочки, но не более 5 % цены договора.',
    'неустойку [-0,1-]{+0,05+} % от стоимости за каждый день просрочки, но не более [-10 %-]{+5 % цены договора+}.',
  ],
  ['Цена 12 480 000 рублей', 'Цена 12 840 000 рублей', 'Цена [-12 480 000-]{+12 840 000+} рублей'],
  ['до 12.05.2026 включительно', 'до 15.05.2026 включительно', 'до [-12.05.2026-]{+15.05.2026+} включительно'],
  ['по-прежнему и кое-как', 'по-новому и кое-как', '[-по-прежнему-]{+по-новому+} и кое-как'],
  ['Стороны договорились', 'Стороны  договорились', 'Стороны[- -]{+  +}договорились'],
  ['договор-оферта', 'договор - оферта', '[-договор-оферта-]{+договор - оферта+}'],
  ['в силу.', 'в силу', 'в силу[-.-]'],
  ['', 'новое', '{+новое+}'],
])('%s → %s', (left, right, runs) => {
  expect(shown(left, right)).toBe(runs);
});

test('a clause with nothing left of it is one whole for another', () => {
  const left = 'Поставщик возмещает потери Покупателя и несёт расходы на перевозку товара до склада';
  const right = 'Споры рассматривает Арбитражный суд города Москвы и его решение окончательно для сторон';
  expect(diffWords(left, right).map((run) => run.op)).toEqual(['del', 'ins']);
});

test('cells of a row stay apart even when every figure in them is another', () => {
  expect(shown('Кампус | 990 | 2600', 'Кампус | 1200 | 900')).toBe('Кампус | [-990-]{+1200+} | [-2600-]{+900+}');
});

const word = fc.constantFrom(
  'договор',
  'цена',
  'и',
  '10',
  '1,5',
  '12 480 000',
  '№',
  '(',
  ')',
  ',',
  '.',
  '|',
  'по-прежнему',
  '{сумма}',
  '\n',
  ' ',
);
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' ').replace(/ +/g, ' ').trim());
const anything = fc.string({ unit: 'grapheme', maxLength: 80 }).map((each) => each.trim());

test('kept and deleted words spell the left text, kept and inserted ones the right text', () => {
  fc.assert(
    fc.property(fc.oneof(text, anything), fc.oneof(text, anything), (left, right) => {
      const runs = diffWords(left, right);
      expect(
        runs
          .filter((run) => run.op !== 'ins')
          .map((run) => run.text)
          .join(''),
      ).toBe(left);
      expect(
        runs
          .filter((run) => run.op !== 'del')
          .map((run) => run.text)
          .join(''),
      ).toBe(right);
      expect(runs.every((run, at) => run.text !== '' && run.op !== runs[at + 1]?.op)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
