/** A page as it lies in the file, in points. */
export interface PageSize {
  width: number;
  height: number;
}

/** Where every page lies on the desk, in pixels. */
export interface PageLayout {
  /** Upper edges; one more at the end: the height of all. */
  tops: readonly number[];
  /** Pixels a point. */
  scales: readonly number[];
  /** The widest page. */
  width: number;
}

/** Between pages, and around them. */
export const GAP = 12;

/** Pages under each other. `zoom` null: each as wide as `room` allows, but no more than `largest` times its size. */
export function layOut(sizes: readonly PageSize[], zoom: number | null, room: number, largest = 2): PageLayout {
  const tops: number[] = [];
  const scales: number[] = [];
  let top = GAP;
  let width = 0;
  for (const size of sizes) {
    const scale = zoom ?? Math.min(largest, Math.max(50, room - 2 * GAP) / size.width);
    tops.push(top);
    scales.push(scale);
    top += size.height * scale + GAP;
    width = Math.max(width, size.width * scale);
  }
  return { tops: [...tops, top], scales, width };
}

/** The page at a height: the last one that begins above it, from 0. */
export function pageAt({ tops }: PageLayout, height: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
