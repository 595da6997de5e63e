import type { CSSProperties } from 'react';

/** A share 0…1 as CSS writes it. */
export const share = (part: number): string => `${(part * 100).toFixed(4)}%`;

/** The place of something in the width of the year. */
export const placed = (place: { left: number; width: number }): CSSProperties => ({
  left: share(place.left),
  width: share(place.width),
});
