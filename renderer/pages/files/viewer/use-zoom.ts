import type { Zooming } from '#renderer/pages/files/viewer/viewer-bar.tsx';

const scales = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** Steps through usual scales from the one on view; `chosen` null: as wide as the place. */
export function useZoom(scale: number, chosen: number | null, choose: (scale: number | null) => void): Zooming {
  const step = (by: 1 | -1): void => {
    const next = by > 0 ? scales.find((one) => one > scale + 0.01) : scales.findLast((one) => one < scale - 0.01);
    if (next) choose(next);
  };
  return { scale, fits: chosen === null, step, fit: () => choose(null) };
}
