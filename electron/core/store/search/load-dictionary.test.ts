import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DICTIONARY_FILE, loadDictionary } from './load-dictionary.ts';

const folder = `${import.meta.dirname}/data`;

test('the shipped file is the one its notice describes', () => {
  const content = brotliDecompressSync(readFileSync(`${folder}/${DICTIONARY_FILE}`));
  const digest = createHash('sha256').update(content).digest('hex');
  expect(readFileSync(`${folder}/NOTICE.txt`, 'utf8')).toContain(digest);
});

test('it opens once and knows forms of every kind', () => {
  const dictionary = loadDictionary(`${folder}/${DICTIONARY_FILE}`);
  expect(loadDictionary(`${folder}/${DICTIONARY_FILE}`)).toBe(dictionary);
  expect(dictionary.lemmas('займа')).toEqual(['заем']);
  expect(dictionary.lemmas('людей')).toEqual(['человек']);
  expect(dictionary.lemmas('стали').toSorted()).toEqual(['сталь', 'стать']);
  expect(dictionary.lemmas('красивейшего')).toEqual(['красивый']);
  expect(dictionary.lemmas('глокая')).toEqual([]);
});

test('a missing file is an error, not an empty dictionary', () => {
  expect(() => loadDictionary(`${folder}/missing.br`)).toThrow('ENOENT');
});
