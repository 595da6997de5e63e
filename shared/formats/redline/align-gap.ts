import { likelyPairs } from '#shared/formats/redline/candidates.ts';
import { heaviestChain, type Link } from '#shared/formats/redline/chain.ts';
import { type Item, LEAST_SCORE, LEAST_SCORE_OF_FEW, likeness, scoreOf } from '#shared/formats/redline/score.ts';

/** Up to this product of blocks every pair of a gap is scored. */
const SMALL_GAP = 40_000;

/** A gap with no more pairs than this has a few blocks. */
const FEW = 16;

/** One block for one between two that stayed: little has to be left of it to be its new version. */
const LEAST_ALONE = 0.2;

/** A stretch of both documents between two blocks that stayed in place; ends are not part of it. */
export interface Gap {
  readonly leftFrom: number;
  readonly leftTo: number;
  readonly rightFrom: number;
  readonly rightTo: number;
}

/**
 * Finds which blocks of a gap are versions of each other, in order and without crossing. `isTaken` leaves out blocks that are known to have
 * moved elsewhere.
 */
export function alignGap(
  left: readonly Item[],
  right: readonly Item[],
  gap: Gap,
  isTaken: { left(at: number): boolean; right(at: number): boolean },
): readonly Link[] {
  const lefts = free(left, gap.leftFrom, gap.leftTo, isTaken.left);
  const rights = free(right, gap.rightFrom, gap.rightTo, isTaken.right);
  if (lefts.length === 0 || rights.length === 0) return [];
  const [onlyLeft, onlyRight] = [lefts[0], rights[0]];
  if (onlyLeft && onlyRight && lefts.length + rights.length === 2) {
    const weight = scoreOf(onlyLeft[1], onlyRight[1]);
    return likeness(onlyLeft[1], onlyRight[1]) >= LEAST_ALONE && weight > 0
      ? [{ left: onlyLeft[0], right: onlyRight[0], weight }]
      : [];
  }
  if (lefts.length * rights.length <= SMALL_GAP) return bestPairs(lefts, rights);
  const accept = (a: Item, b: Item): number => (scoreOf(a, b) >= LEAST_SCORE ? scoreOf(a, b) : 0);
  const chain = heaviestChain(likelyPairs(lefts, rights, accept));
  if (chain.length === 0) return [];
  return between(gap, chain).flatMap((part) => ('weight' in part ? [part] : alignGap(left, right, part, isTaken)));
}

/** The links of a chain and the gaps that they leave, in order. */
export function between(gap: Gap, chain: readonly Link[]): readonly (Link | Gap)[] {
  const parts: (Link | Gap)[] = [];
  let [leftFrom, rightFrom] = [gap.leftFrom, gap.rightFrom];
  for (const link of chain) {
    parts.push({ leftFrom, leftTo: link.left, rightFrom, rightTo: link.right }, link);
    leftFrom = link.left + 1;
    rightFrom = link.right + 1;
  }
  parts.push({ leftFrom, leftTo: gap.leftTo, rightFrom, rightTo: gap.rightTo });
  return parts;
}

type Placed = readonly [at: number, item: Item];

function free(items: readonly Item[], from: number, to: number, taken: (at: number) => boolean): readonly Placed[] {
  const result: Placed[] = [];
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item && !taken(at)) result.push([at, item]);
  }
  return result;
}

/** The set of pairs in order with the greatest sum of scores. */
function bestPairs(lefts: readonly Placed[], rights: readonly Placed[]): readonly Link[] {
  const least = lefts.length * rights.length <= FEW ? LEAST_SCORE_OF_FEW : LEAST_SCORE;
  const width = rights.length + 1;
  const scores = new Float64Array((lefts.length + 1) * width);
  const sums = new Float64Array((lefts.length + 1) * width);
  for (let i = lefts.length - 1; i >= 0; i -= 1) {
    for (let j = rights.length - 1; j >= 0; j -= 1) {
      const [a, b] = [lefts[i], rights[j]];
      const score = a && b ? scoreOf(a[1], b[1]) : 0;
      const at = i * width + j;
      scores[at] = score;
      const skip = Math.max(sums[at + width] ?? 0, sums[at + 1] ?? 0);
      sums[at] = score >= least ? Math.max(skip, score + (sums[at + width + 1] ?? 0)) : skip;
    }
  }
  const links: Link[] = [];
  let [i, j] = [0, 0];
  while (i < lefts.length && j < rights.length) {
    const at = i * width + j;
    const [a, b, score] = [lefts[i], rights[j], scores[at] ?? 0];
    const sum = sums[at] ?? 0;
    if (a && b && score >= least && sum === score + (sums[at + width + 1] ?? 0)) {
      links.push({ left: a[0], right: b[0], weight: score });
      i += 1;
      j += 1;
    } else if (sum === sums[at + width]) i += 1;
    else j += 1;
  }
  return links;
}
