import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { document } from '#shared/domain/document.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { mergePatch, mergeSets } from '#shared/domain/merge.ts';
import { sameValue } from '#shared/lib/canonical.ts';

const definition = document as unknown as Entity;
type Values = Record<string, unknown>;

/** Few values, so that the sides often agree by chance. */
const labels = fc.uniqueArray(fc.constantFrom('а', 'б', 'в', 'г', 'д'));
const amount = fc.option(fc.integer({ min: 0, max: 3 }));
const words = fc.option(fc.constantFrom('раз', 'два', 'три'));
const values = fc.record({ amount, vatAmount: amount, number: words, note: words, labels });
const patches = fc.record({ amount, vatAmount: amount, number: words, note: words, labels }, { requiredKeys: [] });
const often = { numRuns: 500 };
const merge = (current: Values, base: Values, patch: Values) => mergePatch(definition, current, base, patch);
const applied = (current: Values, base: Values, patch: Values): Values => ({
  ...current,
  ...merge(current, base, patch).patch,
});
const asked = ['amount', 'vatAmount', 'number'];

describe('mergePatch', () => {
  test('edits of different fields commute, and none is asked about', () => {
    fc.assert(
      fc.property(values, values, fc.subarray(Object.keys(document.fields)), (base, wanted, chosen) => {
        const mine: Values = {};
        const yours: Values = {};
        for (const [field, value] of Object.entries(wanted)) (chosen.includes(field) ? mine : yours)[field] = value;
        const one = applied(applied(base, base, mine), base, yours);
        const other = applied(applied(base, base, yours), base, mine);
        expect(one).toEqual(other);
        expect(one).toEqual({ ...base, ...wanted });
        expect(merge(applied(base, base, mine), base, yours).asked).toEqual([]);
      }),
      often,
    );
  });

  test('nobody else has changed anything: exactly the patch is written', () => {
    fc.assert(
      fc.property(values, patches, (base, patch) => {
        const outcome = merge(base, base, patch);
        expect(applied(base, base, patch)).toEqual({ ...base, ...patch });
        expect(outcome.asked).toEqual([]);
        expect(outcome.merged).toEqual([]);
        for (const field of Object.keys(outcome.patch))
          expect(sameValue(outcome.patch[field], base[field as never])).toBe(false);
      }),
      often,
    );
  });

  test('a field of kind ask is not changed by whoever does not say what they saw in it; others may be', () => {
    const standing = { amount: 5, number: null, note: 'раз', labels: ['а'] };
    expect(() => merge(standing, {}, { amount: 6 })).toThrow('BAD_INPUT');
    expect(() => merge(standing, { number: null }, { number: '1', amount: 6 })).toThrow('BAD_INPUT');
    expect(merge(standing, {}, { amount: 5, note: 'два', labels: ['б'] }).patch).toEqual({
      note: 'два',
      labels: ['б'],
    });
  });

  test('said twice is said once, unless the desk has to ask', () => {
    fc.assert(
      fc.property(values, values, patches, (current, base, patch) => {
        const first = merge(current, base, patch);
        const once = applied(current, base, patch);
        expect(applied(once, base, patch)).toEqual(once);
        expect(merge(once, base, patch).asked).toEqual(first.asked);
      }),
      often,
    );
  });

  test('a field that asks is never written over what the other side made of it', () => {
    fc.assert(
      fc.property(values, values, patches, (current, base, patch) => {
        const outcome = merge(current, base, patch);
        for (const field of asked) {
          const [theirs, seen] = [(current as Values)[field], (base as Values)[field]];
          if (!sameValue(theirs, seen)) expect(Object.hasOwn(outcome.patch, field)).toBe(false);
        }
        for (const one of outcome.asked) {
          expect(asked).toContain(one.field);
          expect(one).toEqual({
            field: one.field,
            base: (base as Values)[one.field],
            mine: (patch as Values)[one.field],
            theirs: (current as Values)[one.field],
          });
          expect(sameValue(one.mine, one.theirs) || sameValue(one.mine, one.base)).toBe(false);
        }
      }),
      often,
    );
  });

  test('nothing a person wanted gets lost: it is written, it stands already, it was left as it was, or it is asked', () => {
    fc.assert(
      fc.property(values, values, patches, (current, base, patch) => {
        const outcome = merge(current, base, patch);
        const result = applied(current, base, patch);
        for (const [field, mine] of Object.entries(patch as Values)) {
          if (field === 'labels' || sameValue(result[field], mine)) continue;
          const left = sameValue(mine, (base as Values)[field]);
          expect(left || outcome.asked.some((one) => one.field === field)).toBe(true);
        }
      }),
      often,
    );
  });

  test('a member that the entity does not declare is left alone', () => {
    expect(merge({ x: 1 }, {}, { x: 2, __proto__: { y: 1 } }).patch).toEqual({});
  });
});

describe('mergeSets', () => {
  test('what either side added is in, what either took out is out, nothing twice', () => {
    fc.assert(
      fc.property(labels, labels, labels, (base, mine, theirs) => {
        const merged = mergeSets(base, mine, theirs);
        expect(new Set(merged).size).toBe(merged.length);
        for (const item of new Set([...base, ...mine, ...theirs])) {
          const expected = base.includes(item)
            ? mine.includes(item) && theirs.includes(item)
            : mine.includes(item) || theirs.includes(item);
          expect(merged.includes(item)).toBe(expected);
        }
      }),
      often,
    );
  });

  test('both orders of arrival give the same set, and the centre’s order comes first', () => {
    fc.assert(
      fc.property(labels, labels, labels, (base, mine, theirs) => {
        const one = mergeSets(base, mine, theirs);
        expect([...mergeSets(base, theirs, mine)].sort()).toEqual([...one].sort());
        const kept = theirs.filter((item) => one.includes(item));
        expect(one.slice(0, kept.length)).toEqual(kept);
      }),
      often,
    );
  });

  test('what is no set counts as an empty one', () => {
    expect(mergeSets(null, ['а'], undefined)).toEqual(['а']);
  });
});
