/** Two blocks that may be one: `left` and `right` are places in their documents. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/** The heaviest set of links that do not cross and share no block, in order: what stayed in place. O(n log n). */
export function heaviestChain(links: readonly Link[]): readonly Link[] {
  // Links of one left block come with falling right places, so that two of them never follow each other.
  const sorted = links.toSorted((a, b) => a.left - b.left || b.right - a.right);
  const rights = [...new Set(sorted.map((link) => link.right))].sort((a, b) => a - b);
  const rankOf = new Map(rights.map((right, at) => [right, at + 1]));
  const sums = new Float64Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  // A tree of prefixes: at each place the link with the heaviest chain that ends there or earlier.
  const best = new Int32Array(rights.length + 1).fill(-1);
  let end = -1;
  sorted.forEach((link, at) => {
    const rank = rankOf.get(link.right) ?? 0;
    let previous = -1;
    for (let place = rank - 1; place > 0; place -= place & -place) {
      const candidate = best[place] ?? -1;
      if (candidate >= 0 && (previous < 0 || (sums[candidate] ?? 0) > (sums[previous] ?? 0))) previous = candidate;
    }
    before[at] = previous;
    sums[at] = link.weight + (previous < 0 ? 0 : (sums[previous] ?? 0));
    for (let place = rank; place < best.length; place += place & -place) {
      const held = best[place] ?? -1;
      if (held < 0 || (sums[at] ?? 0) > (sums[held] ?? 0)) best[place] = at;
    }
    if (end < 0 || (sums[at] ?? 0) > (sums[end] ?? 0)) end = at;
  });
  const chain: Link[] = [];
  for (let at = end; at >= 0; at = before[at] ?? -1) {
    const link = sorted[at];
    if (link) chain.push(link);
  }
  return chain.reverse();
}
