import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, hashText, hashValue, sameValue } from '#shared/lib/canonical.ts';

const value = fc.jsonValue();
/** The same value with the members of every record in another order. */
function shuffled(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(shuffled);
  if (given === null || typeof given !== 'object') return given;
  return Object.fromEntries(
    Object.entries(given)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

describe('canonicalJson', () => {
  test('is JSON of the same value', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(JSON.parse(canonicalJson(given))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  test('does not change on a way through JSON, nor with the order of members', () => {
    fc.assert(
      fc.property(value, (given) => {
        const text = canonicalJson(given);
        expect(canonicalJson(JSON.parse(JSON.stringify(given)))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(shuffled(given))).toBe(text);
      }),
    );
  });

  test.each([
    [{ б: 1, a: 2, A: 3 }, '{"A":3,"a":2,"б":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[undefined, 1], '[null,1]'],
    [undefined, 'null'],
    ['\u2028"\\\u0000', '"\u2028\\"\\\\\\u0000"'],
    [{ 10: 'x', 9: 'y' }, '{"10":"x","9":"y"}'],
    [-0, '0'],
    [1e21, '1e+21'],
  ])('%j', (given, text) => {
    expect(canonicalJson(given)).toBe(text);
  });
});

describe('hashes', () => {
  test('are SHA-256 of UTF-8 (FIPS 180-4)', () => {
    expect(hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hashValue({ б: 'ё' })).toBe(hashText('{"б":"ё"}'));
  });

  test('are equal only for equal values', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(hashValue(one) === hashValue(other)).toBe(canonicalJson(one) === canonicalJson(other));
      }),
    );
  });
});

describe('sameValue', () => {
  test('agrees with the canonical text', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(sameValue(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
        expect(sameValue(one, shuffled(one))).toBe(true);
      }),
    );
  });

  test.each<[unknown, unknown, boolean]>([
    [null, undefined, true],
    [0, null, false],
    ['', null, false],
    ['1', 1, false],
    [['a', 'b'], ['b', 'a'], false],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [[], {}, false],
    ['ё', 'е\u0308', false],
  ])('%j and %j', (one, other, same) => {
    expect(sameValue(one, other)).toBe(same);
  });
});
