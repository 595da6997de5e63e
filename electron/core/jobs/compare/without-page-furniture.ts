/** How many lines at each end of a page are looked at. */
const DEPTH = 2;

/** A line that stands on fewer pages is text. */
const LEAST_PAGES = 3;

/**
 * Lines of all pages without running heads and page numbers: what stands at the top or the bottom of at least two pages in five and differs in
 * its figures only. A page then goes on where the one before it ended.
 */
export function withoutPageFurniture(pages: readonly (readonly string[])[]): readonly string[] {
  const pagesWith = new Map<string, number>();
  for (const page of pages) {
    for (const shape of new Set(edges(page).map(shapeOf))) pagesWith.set(shape, (pagesWith.get(shape) ?? 0) + 1);
  }
  const least = Math.max(LEAST_PAGES, pages.length * 0.4);
  return pages.flatMap((page) => {
    const furniture = new Set(edges(page).filter((line) => (pagesWith.get(shapeOf(line)) ?? 0) >= least));
    const kept = page.filter((line) => !furniture.has(line));
    const from = kept.findIndex((line) => line.trim() !== '');
    return from < 0 ? [] : kept.slice(from, kept.findLastIndex((line) => line.trim() !== '') + 1);
  });
}

function edges(page: readonly string[]): readonly string[] {
  const lines = page.filter((line) => line.trim() !== '');
  return lines.length <= DEPTH * 2 ? lines : [...lines.slice(0, DEPTH), ...lines.slice(-DEPTH)];
}

const shapeOf = (line: string): string => line.trim().replace(/\d+/g, '0');
