import type { StampCorner } from '#shared/domain/company/print-settings.ts';

/** A rectangle of a page as it is seen, from its upper left corner; points. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Place extends Box {
  /** No place was free: it lies on something. */
  overlaps: boolean;
}

/** From the edge of the page, and around what is printed; points (8 mm and 2 mm). */
const EDGE = 22.7;
const AROUND = 5.7;
/** How fine a place is looked for. */
const STEP = 14;

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width + AROUND &&
  other.x < one.x + one.width + AROUND &&
  one.y < other.y + other.height + AROUND &&
  other.y < one.y + one.height + AROUND;

/**
 * Where a stamp goes: into the corner that was asked for, or wherever nothing is printed — first the corners, the lower right one before
 * the others (the mark of receipt stands there, ГОСТ Р 7.0.97-2016, 5.25), then the rest of the page from below.
 */
export function placeFor(
  page: { width: number; height: number },
  stamp: { width: number; height: number },
  busy: readonly Box[],
  corner: StampCorner,
): Place {
  const left = EDGE;
  const top = EDGE;
  const right = page.width - stamp.width - EDGE;
  const bottom = page.height - stamp.height - EDGE;
  const at = (x: number, y: number): Place => {
    const box = { x, y, width: stamp.width, height: stamp.height };
    return { ...box, overlaps: busy.some((one) => overlap(one, box)) };
  };
  const corners = {
    'bottom-right': at(right, bottom),
    'bottom-left': at(left, bottom),
    'top-right': at(right, top),
    'top-left': at(left, top),
  };
  if (corner !== 'free') return corners[corner];
  const free = Object.values(corners).find((place) => !place.overlaps);
  if (free) return free;
  for (let y = bottom; y >= top; y -= STEP)
    for (let x = right; x >= left; x -= STEP) {
      const place = at(x, y);
      if (!place.overlaps) return place;
    }
  return corners['bottom-right'];
}
