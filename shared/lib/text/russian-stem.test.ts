import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { russianStem } from './russian-stem.ts';

const require = createRequire(import.meta.url);
const { newStemmer } = require('snowball-stemmers') as { newStemmer(name: string): { stem(word: string): string } };
const reference = newStemmer('russian');

const SYLLABLES =
  'ва вши вшись ив ость ейш нн ост ая яя ого ему ыми ешь ла ем уйте ить ся сь ий ов ам ия ь и ж стр пл к у е ю а'.split(
    ' ',
  );

test('stems of known words', () => {
  expect(russianStem('договорами')).toBe('договор');
  expect(russianStem('юридическому')).toBe('юридическ');
  expect(russianStem('подписывавшийся')).toBe('подписыва');
  expect(russianStem('гбц')).toBe('гбц');
});

test('equal to the published implementation for anything built of Russian endings', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SYLLABLES), { maxLength: 7 }), (parts) => {
      const word = parts.join('');
      expect(russianStem(word)).toBe(reference.stem(word));
    }),
    { numRuns: 20_000 },
  );
});
