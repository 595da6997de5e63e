import type { LinkEdge } from '#shared/queries/relations.ts';

/** Size of a document in the picture, in pixels. */
export const nodeSize = { width: 264, height: 72 } as const;

export interface Place {
  id: string;
  /** Upper left corner. */
  x: number;
  y: number;
}

export interface Line extends LinkEdge {
  points: { x: number; y: number }[];
}

export interface Picture {
  width: number;
  height: number;
  places: Place[];
  lines: Line[];
}

/** A smooth line through the points of an edge: it leaves and arrives level. */
export function pathOf(points: Line['points']): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    path += `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
export const isDirection = (key: string): key is Direction => /^Arrow(Left|Right|Up|Down)$/.test(key);

/** The document one comes to from another one by an arrow: the nearest on that side, those straight ahead first. */
export function nextPlace(places: readonly Place[], from: string, direction: Direction): string | null {
  const own = places.find((place) => place.id === from);
  if (!own) return null;
  const sideways = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowLeft' || direction === 'ArrowUp' ? -1 : 1;
  let [best, least] = [null as string | null, Number.POSITIVE_INFINITY];
  for (const place of places) {
    const [dx, dy] = [place.x - own.x, place.y - own.y];
    const ahead = sign * (sideways ? dx : dy);
    const aside = Math.abs(sideways ? dy : dx);
    // Up and down stay in the layer; a neighbour of the next layer is reached sideways.
    if (ahead <= 1 || (!sideways && aside > nodeSize.width / 2)) continue;
    const far = ahead + aside * 0.5;
    if (far < least) [best, least] = [place.id, far];
  }
  return best;
}
