import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FacetColumn, SingleFacet } from '#electron/core/app/queries/search-facet-columns.ts';
import { placeNames, sift } from '#electron/core/app/queries/search-sift.ts';
import { type ChosenFacets, type FacetName, facetNames } from '#shared/queries/search.ts';

const singles = facetNames.filter((name): name is SingleFacet => name !== 'where');
const values = ['a', 'b', 'c'];
const record = fc.record({
  ...(Object.fromEntries(singles.map((name) => [name, fc.constantFrom(null, ...values)])) as Record<
    SingleFacet,
    fc.Arbitrary<string | null>
  >),
  where: fc.subarray(['fields', 'discussion', 'files'] as const, { minLength: 1 }),
});
type Plain = Record<SingleFacet, string | null> & { where: readonly (keyof typeof placeNames)[] };

const chosenFacets = fc.record(
  Object.fromEntries(
    facetNames.map((name) => [name, fc.subarray(name === 'where' ? Object.keys(placeNames) : values)]),
  ) as Record<FacetName, fc.Arbitrary<string[]>>,
  { requiredKeys: [] },
);

const valuesOf = (one: Plain, name: FacetName): readonly string[] =>
  name === 'where' ? one.where : one[name] === null ? [] : [one[name]];

/** As anybody would count: a record passes a facet when nothing is chosen in it or one of its values is. */
const passes = (one: Plain, name: FacetName, chosen: ChosenFacets): boolean =>
  !chosen[name]?.length || valuesOf(one, name).some((value) => chosen[name]?.includes(value));

test('facets count what plain counting counts, whatever is chosen', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), chosenFacets, (records, chosen) => {
      const columns = Object.fromEntries(
        singles.map((name): [string, FacetColumn] => {
          const codes = Uint32Array.from(records, (one) => values.indexOf(one[name] as string) + 1);
          return [name, { codes, values: [null, ...values] }];
        }),
      ) as Record<SingleFacet, FacetColumn>;
      const where = Uint8Array.from(records, (one) => one.where.reduce((bits, place) => bits | placeNames[place], 0));
      const { passing, counts } = sift(columns, where, chosen);
      expect([...passing]).toEqual(
        [...records.keys()].filter((at) => facetNames.every((name) => passes(records[at] as Plain, name, chosen))),
      );
      for (const name of facetNames) {
        const others = facetNames.filter((other) => other !== name);
        const counted = records.filter((one) => others.every((other) => passes(one, other, chosen)));
        const told = (value: string): number =>
          name === 'where'
            ? counts.where.reduce((sum, count, bits) => sum + (bits & placeNames[value as 'fields'] ? count : 0), 0)
            : (counts[name][values.indexOf(value) + 1] ?? 0);
        for (const value of name === 'where' ? Object.keys(placeNames) : values)
          expect(told(value)).toBe(counted.filter((one) => valuesOf(one, name).includes(value)).length);
      }
    }),
  );
});
