import type { Link } from '#shared/formats/redline/chain.ts';
import type { Item } from '#shared/formats/redline/score.ts';

/** A pair of words that stands in more blocks than this finds none of them. */
const COMMON = 24;

/** How many likely partners of one block are looked at closely. */
const CLOSE_LOOKS = 6;

/**
 * Pairs of blocks that share rare pairs of words, scored by `score`; pairs of score 0 are left out. Cost grows with the length of the texts, not
 * with the product of the numbers of blocks.
 */
export function likelyPairs(
  left: readonly (readonly [at: number, item: Item])[],
  right: readonly (readonly [at: number, item: Item])[],
  score: (left: Item, right: Item) => number,
): readonly Link[] {
  const holders = new Map<number, number[]>();
  right.forEach(([, item], place) => {
    for (const pair of new Set(item.profile.pairs)) {
      const known = holders.get(pair);
      if (known) known.push(place);
      else holders.set(pair, [place]);
    }
  });
  const links: Link[] = [];
  for (const [at, item] of left) {
    const votes = new Map<number, number>();
    for (const pair of new Set(item.profile.pairs)) {
      const places = holders.get(pair) ?? [];
      if (places.length > COMMON) continue;
      for (const place of places) votes.set(place, (votes.get(place) ?? 0) + 1 / places.length);
    }
    const likely = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CLOSE_LOOKS);
    for (const [place] of likely) {
      const partner = right[place];
      const weight = partner ? score(item, partner[1]) : 0;
      if (partner && weight > 0) links.push({ left: at, right: partner[0], weight });
    }
  }
  return links;
}
