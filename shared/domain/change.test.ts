import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyRow, apply, type Change, idOf, invert } from '#shared/domain/change.ts';

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.option(fc.integer({ max: 3 })));
const row = fields.map((members): AnyRow => ({ a: null, b: null, c: null, ...members, id: 'x' }));
const change: fc.Arbitrary<Change> = fc.oneof(
  row.map((one): Change => ({ type: 'put', entity: 'e', row: one })),
  fields.map((patch): Change => ({ type: 'patch', entity: 'e', id: 'x', patch })),
  fc.constant<Change>({ type: 'remove', entity: 'e', id: 'x' }),
);

test('every change has one that leads back', () => {
  fc.assert(
    fc.property(fc.option(row), change, (before, made) => {
      const back = apply(apply(before, made), invert(before, made));
      expect(back).toEqual(before);
      expect(idOf(invert(before, made))).toBe(idOf(made));
    }),
  );
});

test('a patch of nothing is nothing, and never changes whose row it is', () => {
  expect(apply(null, { type: 'patch', entity: 'e', id: 'x', patch: { a: 1 } })).toBeNull();
  const patched = apply({ id: 'x', a: 0 }, { type: 'patch', entity: 'e', id: 'x', patch: { a: 1, id: 'y' } });
  expect(patched).toEqual({ id: 'x', a: 1 });
});
