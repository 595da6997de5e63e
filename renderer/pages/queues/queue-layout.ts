import { type Urgency, urgencies } from '#shared/queries/ticket.ts';

/** Heights in pixels; the list is laid out by arithmetic, so that 20,000 tickets cost no more than what is on the screen. */
export const GROUP_HEIGHT = 32;
export const ROW_HEIGHT = 46;
/** How many rows are asked for at once. */
export const BLOCK = 100;

export interface QueueGroup {
  urgency: Urgency;
  count: number;
  /** Index of its first row among all rows. */
  first: number;
  /** Place of its heading from the top, in pixels. */
  top: number;
}

export interface QueueLayout {
  groups: QueueGroup[];
  total: number;
  height: number;
}

/** Where the groups of a list stand; empty ones have no heading. */
export function layoutOf(counts: Readonly<Record<Urgency, number>>): QueueLayout {
  const groups: QueueGroup[] = [];
  let [first, top] = [0, 0];
  for (const urgency of urgencies) {
    const count = counts[urgency];
    if (count <= 0) continue;
    groups.push({ urgency, count, first, top });
    first += count;
    top += GROUP_HEIGHT + count * ROW_HEIGHT;
  }
  return { groups, total: first, height: top };
}

/** The place of a row from the top, in pixels. */
export function topOf(layout: QueueLayout, index: number): number {
  const group = layout.groups.findLast((one) => one.first <= index);
  return group ? group.top + GROUP_HEIGHT + (index - group.first) * ROW_HEIGHT : 0;
}

/** The rows and headings that a window of the list shows, with some beyond its edges. Pixels. */
export function within(
  layout: QueueLayout,
  from: number,
  height: number,
  beyond = 300,
): { groups: QueueGroup[]; rows: { index: number; top: number }[] } {
  const [start, end] = [from - beyond, from + height + beyond];
  const groups: QueueGroup[] = [];
  const rows: { index: number; top: number }[] = [];
  for (const group of layout.groups) {
    const body = group.top + GROUP_HEIGHT;
    const bottom = body + group.count * ROW_HEIGHT;
    if (bottom < start || group.top > end) continue;
    if (group.top >= start - GROUP_HEIGHT) groups.push(group);
    const low = Math.max(0, Math.floor((start - body) / ROW_HEIGHT));
    const high = Math.min(group.count, Math.ceil((end - body) / ROW_HEIGHT));
    for (let at = low; at < high; at += 1) rows.push({ index: group.first + at, top: body + at * ROW_HEIGHT });
  }
  return { groups, rows };
}

/** Numbers of the blocks that hold these rows. */
export function blocksOf(rows: readonly { index: number }[]): number[] {
  return [...new Set(rows.map((row) => Math.floor(row.index / BLOCK)))];
}
