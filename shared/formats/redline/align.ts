import { alignGap, between, type Gap } from '#shared/formats/redline/align-gap.ts';
import { heaviestChain, type Link } from '#shared/formats/redline/chain.ts';
import { type Alignment, findMoves, isWorthMoving } from '#shared/formats/redline/find-moves.ts';
import type { Item } from '#shared/formats/redline/score.ts';

/**
 * Aligns two documents. Texts that stand once in each of them hold the rest in place, the heaviest set that does not cross; what is equal but
 * crosses has moved; gaps are filled by equal and then by similar blocks; what is left over is looked for elsewhere.
 */
export function align(left: readonly Item[], right: readonly Item[]): Alignment {
  const whole: Gap = { leftFrom: 0, leftTo: left.length, rightFrom: 0, rightTo: right.length };
  const unique = uniqueLinks(left, right, whole);
  const chain = heaviestChain(unique);
  const held = new Set(chain);
  const crossing = unique.filter((link) => !held.has(link) && isWorthMoving(left[link.left]));
  const goneLeft = new Set(crossing.map((link) => link.left));
  const goneRight = new Set(crossing.map((link) => link.right));
  const isTaken = { left: (at: number) => goneLeft.has(at), right: (at: number) => goneRight.has(at) };
  const fill = (gap: Gap): readonly Link[] => {
    const anchors = heaviestChain(
      uniqueLinks(left, right, gap).filter((link) => !goneLeft.has(link.left) && !goneRight.has(link.right)),
    );
    const edges = [...anchors, ...equalEdges(left, right, gap, anchors)].sort((a, b) => a.left - b.left);
    if (edges.length === 0) return alignGap(left, right, gap, isTaken);
    return between(gap, edges).flatMap((part) => ('weight' in part ? [part] : fill(part)));
  };
  const inPlace = between(whole, chain).flatMap((part) => ('weight' in part ? [part] : fill(part)));
  return findMoves(left, right, inPlace, crossing);
}

/** Texts that stand exactly once in both halves of a gap. Longer ones hold more firmly. */
function uniqueLinks(left: readonly Item[], right: readonly Item[], gap: Gap): readonly Link[] {
  const rights = placesOnce(right, gap.rightFrom, gap.rightTo);
  const links: Link[] = [];
  for (const [key, at] of placesOnce(left, gap.leftFrom, gap.leftTo)) {
    const other = rights.get(key);
    if (at < 0 || other === undefined || other < 0) continue;
    links.push({ left: at, right: other, weight: 1 + Math.min(left[at]?.block.text.length ?? 0, 400) / 40 });
  }
  return links;
}

/** Keys of a stretch → their place, -1 where there are several. */
function placesOnce(items: readonly Item[], from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const key = items[at]?.key ?? -1;
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** Equal blocks at both ends of a gap, which repeated lines would hide from `uniqueLinks`. */
function equalEdges(
  left: readonly Item[],
  right: readonly Item[],
  gap: Gap,
  anchors: readonly Link[],
): readonly Link[] {
  if (anchors.length > 0) return [];
  const links: Link[] = [];
  let { leftFrom, leftTo, rightFrom, rightTo } = gap;
  const add = (l: number, r: number): boolean => {
    if (left[l] === undefined || left[l].key !== right[r]?.key) return false;
    links.push({ left: l, right: r, weight: 1 });
    return true;
  };
  while (leftFrom < leftTo && rightFrom < rightTo && add(leftFrom, rightFrom)) {
    leftFrom += 1;
    rightFrom += 1;
  }
  while (leftFrom < leftTo && rightFrom < rightTo && add(leftTo - 1, rightTo - 1)) {
    leftTo -= 1;
    rightTo -= 1;
  }
  return links;
}
