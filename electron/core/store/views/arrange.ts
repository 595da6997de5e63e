/**
 * Stable order of rows by a small number each: counting, O(rows + highest). `rankOf[rid]` 0 stands last in both
 * directions, because a person who sorts wants to see values.
 */
export function arrange(
  rids: Uint32Array,
  rankOf: (rid: number) => number,
  highest: number,
  direction: 'asc' | 'desc',
): Uint32Array {
  const places = new Uint32Array(highest + 2);
  const ranks = new Uint32Array(rids.length);
  for (let at = 0; at < rids.length; at += 1) {
    const rank = rankOf(rids[at] as number);
    const place = rank === 0 ? highest : direction === 'asc' ? rank - 1 : highest - rank;
    ranks[at] = place;
    places[place + 1] = (places[place + 1] as number) + 1;
  }
  for (let place = 1; place < places.length; place += 1) {
    places[place] = (places[place] as number) + (places[place - 1] as number);
  }
  const ordered = new Uint32Array(rids.length);
  for (let at = 0; at < rids.length; at += 1) {
    const place = ranks[at] as number;
    const to = places[place] as number;
    places[place] = to + 1;
    ordered[to] = rids[at] as number;
  }
  return ordered;
}

/** Ranks of arbitrary values by their sort keys: equal keys share a rank, 1 is the least; a null key gets 0. */
export function ranksOf(keys: readonly (string | number | null | undefined)[]): {
  ranks: Uint32Array;
  highest: number;
} {
  const distinct = [...new Set(keys.filter((key) => key !== null && key !== undefined))].sort((left, right) =>
    left < right ? -1 : left > right ? 1 : 0,
  );
  const rankByKey = new Map(distinct.map((key, index) => [key, index + 1]));
  const ranks = Uint32Array.from(keys, (key) => (key === null || key === undefined ? 0 : (rankByKey.get(key) ?? 0)));
  return { ranks, highest: distinct.length };
}
