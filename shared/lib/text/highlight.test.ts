import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight, snippet } from './highlight.ts';

const marked = (text: string, query: string): string[] =>
  highlight(text, query).map(([start, end]) => text.slice(start, end));

test('words in any regular form, numbers and amounts', () => {
  expect(marked('Договором поставки и договоре аренды', 'договор ')).toEqual(['Договором', 'договоре']);
  expect(marked('Договоры поставки', 'дог')).toEqual(['Договоры']);
  expect(marked('ВХ-НСК/2026-00418', '418 ')).toEqual(['00418']);
  expect(marked('ВХ-НСК/2026-00418', 'вх-нск/2026-00418')).toEqual(['ВХ-НСК/2026-00418']);
  expect(marked('Итого 1\u00a0234\u00a0567,89 руб.', '1234567.89')).toEqual(['1\u00a0234\u00a0567,89']);
  expect(marked('акт сверки, сверки акт', '"акт сверки"')).toEqual(['акт сверки']);
});

test('ranges of any text are in order, apart and inside it', () => {
  const piece = fc.constantFrom('акт', 'акты', ' ', '12', '00', ',', '"', 'ё', '\u200b', 'и\u0306', '🙂');
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, text, (body, query) => {
      let done = 0;
      for (const [start, end] of highlight(body, query)) {
        expect(start).toBeGreaterThanOrEqual(done);
        expect(end).toBeGreaterThan(start);
        done = end;
      }
      expect(done).toBeLessThanOrEqual(body.length);
    }),
  );
});

test('a snippet shows the first match, cut at words', () => {
  const text = `${'слово '.repeat(100)}договор поставки ${'хвост '.repeat(100)}`;
  const cut = snippet(text, 'договора ', 80);
  expect(cut.text.length).toBeLessThanOrEqual(80);
  expect(cut.ranges.map(([a, b]) => cut.text.slice(a, b))).toEqual(['договор']);
  expect(cut).toMatchObject({ before: true, after: true });
  expect(snippet('короткий текст', 'нет ')).toEqual({
    text: 'короткий текст',
    ranges: [],
    before: false,
    after: false,
  });
});
