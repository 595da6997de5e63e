import type { FacetColumn, SingleFacet } from '#electron/core/app/queries/search-facet-columns.ts';
import type { ChosenFacets, FacetName } from '#shared/queries/search.ts';
import { facetNames } from '#shared/queries/search.ts';

/** Places as values of the facet `where`, by their bit. */
export const placeNames = { fields: 1, discussion: 2, files: 4 } as const;

export interface Sifted {
  /** Places in the list of what was found of the records that pass every choice. */
  passing: Uint32Array;
  /** Records by code of each facet that pass the choices in all other facets; of `where` by bit. */
  counts: Record<FacetName, Uint32Array>;
}

interface Test {
  facet: FacetName;
  codes: Uint32Array | Uint8Array;
  passes: Uint8Array;
}

/** One pass over what was found: a record that fails only one facet still counts in that facet. */
export function sift(columns: Record<SingleFacet, FacetColumn>, where: Uint8Array, chosen: ChosenFacets): Sifted {
  const counts = Object.fromEntries(
    facetNames.map((name) => [name, new Uint32Array(name === 'where' ? 8 : columns[name].values.length)]),
  ) as Record<FacetName, Uint32Array>;
  const tests = facetNames.flatMap((facet): Test[] => {
    const wanted = chosen[facet];
    if (!wanted || wanted.length === 0) return [];
    if (facet === 'where') return [{ facet, codes: where, passes: placesWanted(wanted) }];
    const { codes, values } = columns[facet];
    const set = new Set<string | null>(wanted);
    return [{ facet, codes, passes: Uint8Array.from(values, (value) => (value !== null && set.has(value) ? 1 : 0)) }];
  });
  const passing = new Uint32Array(where.length);
  let count = 0;
  const singles = facetNames.filter((name) => name !== 'where');
  next: for (let at = 0; at < where.length; at += 1) {
    let failed: FacetName | null = null;
    for (const { facet, codes, passes } of tests) {
      if (passes[codes[at] as number] === 1) continue;
      if (failed) continue next;
      failed = facet;
    }
    if (failed) {
      raise(counts[failed], failed === 'where' ? where : columns[failed].codes, at);
      continue;
    }
    passing[count] = at;
    count += 1;
    raise(counts.where, where, at);
    for (const name of singles) raise(counts[name], columns[name].codes, at);
  }
  return { passing: passing.slice(0, count), counts };
}

function raise(counts: Uint32Array, codes: Uint32Array | Uint8Array, at: number): void {
  const code = codes[at] as number;
  counts[code] = (counts[code] as number) + 1;
}

/** By all bits of a record: it passes with any of the wanted places. */
function placesWanted(wanted: readonly string[]): Uint8Array {
  const bits = wanted.reduce((all, name) => all | (placeNames[name as keyof typeof placeNames] ?? 0), 0);
  return Uint8Array.from({ length: 8 }, (_, place) => ((place & bits) === 0 ? 0 : 1));
}
