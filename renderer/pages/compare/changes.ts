import type { Redline, RedlineBlock } from '#shared/domain/redline.ts';

export type ChangeFilter = 'all' | 'substantial';

/** Whether a row is a change that the filter lets through; under «существенные» the others read as plain text. */
export const isShownChange = (block: RedlineBlock, filter: ChangeFilter): boolean =>
  block.change !== null && (filter === 'all' || block.substantial);

/** A change with the row where it is read: a moved clause at its new place. */
export interface ChangePlace {
  change: number;
  row: number;
  block: RedlineBlock;
}

/** Changes that the filter lets through, in their order. */
export function changePlaces(redline: Redline, filter: ChangeFilter): ChangePlace[] {
  const places = new Map<number, ChangePlace>();
  redline.blocks.forEach((block, row) => {
    if (block.change === null || !isShownChange(block, filter)) return;
    if (block.movedTo === null || !places.has(block.change))
      places.set(block.change, { change: block.change, row, block });
  });
  return [...places.values()].sort((a, b) => a.change - b.change);
}

/** The change `by` places further; stays at the first and the last one. Of a change that is not shown: the nearest one. */
export function stepChange(places: readonly ChangePlace[], current: number | null, by: 1 | -1): number | null {
  if (places.length === 0) return null;
  if (current === null) return places[0]?.change ?? null;
  const found =
    by > 0 ? places.find((place) => place.change > current) : places.findLast((place) => place.change < current);
  return (found ?? (by > 0 ? places.at(-1) : places[0]))?.change ?? null;
}

export type MarkTone = 'green' | 'red' | 'amber' | 'gray';

const tones = {
  inserted: 'green',
  deleted: 'red',
  changed: 'amber',
  moved: 'gray',
  renumbered: 'gray',
  same: 'gray',
} as const satisfies Record<RedlineBlock['kind'], MarkTone>;

const toneOfChange = (block: RedlineBlock): MarkTone => tones[block.kind];

/** Where changes lie on the map, as shares of the whole height; those that would cover each other become one mark. */
export function mapMarks(
  places: readonly ChangePlace[],
  offsetOf: (row: number) => number,
  total: number,
  step = 0.004,
): { change: number; tone: MarkTone; at: number }[] {
  const marks: { change: number; tone: MarkTone; at: number }[] = [];
  for (const { change, row, block } of [...places].sort((a, b) => a.row - b.row)) {
    const at = total > 0 ? offsetOf(row) / total : 0;
    const last = marks.at(-1);
    const tone = toneOfChange(block);
    if (last && last.tone === tone && at - last.at < step) continue;
    marks.push({ change, tone, at });
  }
  return marks;
}

/** «4.2» is written «4.2.» before its text; «б)» and «Статья 3» stand as they are. */
export const writtenNumber = (number: string): string => (/^\d+(\.\d+)*$/.test(number) ? `${number}.` : number);
