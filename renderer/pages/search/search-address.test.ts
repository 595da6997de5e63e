import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, questionOf, toggled } from '#renderer/pages/search/search-address.ts';
import { facetNames, type SearchQuestion } from '#shared/queries/search.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 40 });
const question: fc.Arbitrary<SearchQuestion> = fc.record({
  text: word,
  off: fc.array(word, { maxLength: 3 }),
  chosen: fc.dictionary(fc.constantFrom(...facetNames), fc.array(word, { minLength: 1, maxLength: 3 }), {
    noNullPrototype: true,
  }),
});

test('a question and its address say the same', () => {
  fc.assert(
    fc.property(question, (one) => {
      expect(questionOf(new URLSearchParams(`${addressOf(one)}`))).toEqual(one);
    }),
  );
});

test('an address that means nothing asks for its words alone', () => {
  expect(questionOf(new URLSearchParams({ q: 'акт', year: 'я'.repeat(61) }))).toEqual({
    text: 'акт',
    off: [],
    chosen: {},
  });
  expect(questionOf(new URLSearchParams({ q: 'я'.repeat(600) })).text).toHaveLength(500);
});

test('a value is chosen and taken back', () => {
  const once = toggled({ year: ['2026'] }, 'kind', 'act');
  expect(once).toEqual({ year: ['2026'], kind: ['act'] });
  expect(toggled(once, 'kind', 'act')).toEqual({ year: ['2026'] });
});
