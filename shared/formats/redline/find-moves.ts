import { likelyPairs } from '#shared/formats/redline/candidates.ts';
import type { Link } from '#shared/formats/redline/chain.ts';
import { FIRM_SCORE, type Item } from '#shared/formats/redline/score.ts';
import { similarity } from '#shared/formats/redline/similarity.ts';

/** Which blocks are versions of each other: those that stayed in order, and those that moved. Both by left place. */
export interface Alignment {
  readonly inPlace: readonly Link[];
  readonly moved: readonly Link[];
}

/** Shorter blocks repeat by chance: «Подпись» at another place is no clause that moved. */
export const isWorthMoving = (item: Item | undefined): boolean =>
  item !== undefined && item.block.text.length >= 8 && item.profile.words.length >= (item.block.number === '' ? 3 : 1);

/** From here a block at another place is the same clause with other words. */
const LEAST_ALIKE = 0.6;

/** How much better than a weak pair in place a partner elsewhere has to be. */
const CLEARLY_BETTER = 0.15;

/** Pairs what is left over with equal and similar blocks elsewhere; a weak pair in place gives way to a much better one. */
export function findMoves(
  left: readonly Item[],
  right: readonly Item[],
  inPlace: readonly Link[],
  crossing: readonly Link[],
): Alignment {
  const ofLeft = new Map<number, Link>();
  const ofRight = new Map<number, Link>();
  for (const link of [...inPlace, ...crossing]) {
    ofLeft.set(link.left, link);
    ofRight.set(link.right, link);
  }
  const crossed = new Set(crossing);
  const isOpen = (link: Link | undefined): boolean => !link || (link.weight < FIRM_SCORE && !crossed.has(link));
  const lefts = placed(left).filter(([at, item]) => isOpen(ofLeft.get(at)) && isWorthMoving(item));
  const rights = placed(right).filter(([at, item]) => isOpen(ofRight.get(at)) && isWorthMoving(item));
  const found = [...equalPairs(lefts, rights), ...likelyPairs(lefts, rights, alike)];
  const moved = [...crossing];
  const broken = new Set<Link>();
  const taken = { left: new Set<number>(), right: new Set<number>() };
  for (const link of found.sort((a, b) => b.weight - a.weight || a.left - b.left)) {
    const rivals = [ofLeft.get(link.left), ofRight.get(link.right)];
    const isWeaker = rivals.some((rival) => rival && !broken.has(rival) && link.weight < rival.weight + CLEARLY_BETTER);
    if (taken.left.has(link.left) || taken.right.has(link.right) || isWeaker) continue;
    taken.left.add(link.left);
    taken.right.add(link.right);
    for (const rival of rivals) if (rival) broken.add(rival);
    moved.push(link);
  }
  return { inPlace: inPlace.filter((link) => !broken.has(link)), moved: moved.sort((a, b) => a.left - b.left) };
}

const placed = (items: readonly Item[]): (readonly [number, Item])[] => items.map((item, at) => [at, item]);

function alike(left: Item, right: Item): number {
  if (left.profile.words.length < 6 || right.profile.words.length < 6) return 0;
  const value = similarity(left.profile, right.profile);
  return value >= LEAST_ALIKE ? value : 0;
}

/** Equal texts, the first with the first. */
function equalPairs(lefts: readonly (readonly [number, Item])[], rights: readonly (readonly [number, Item])[]): Link[] {
  const waiting = new Map<number, number[]>();
  for (const [at, item] of rights) waiting.set(item.key, [...(waiting.get(item.key) ?? []), at]);
  return lefts.flatMap(([at, item]) => {
    const partner = waiting.get(item.key)?.shift();
    return partner === undefined ? [] : [{ left: at, right: partner, weight: 2 }];
  });
}
