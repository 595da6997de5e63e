import type { WorkItem } from '#shared/queries/work.ts';

export const groups = ['overdue', 'today', 'later'] as const satisfies readonly WorkItem['group'][];
export type WorkGroup = (typeof groups)[number];

export type ListRow =
  | { kind: 'group'; group: WorkGroup; count: number; top: number }
  | { kind: 'item'; item: WorkItem; index: number; top: number };

/** Heights in pixels; the list is laid out by arithmetic, so that 500 items cost no more than what is on the screen. */
export const GROUP_HEIGHT = 32;
export const ITEM_HEIGHT = 38;

/** Items under the headings of their groups, each with its place from the top; empty groups have no heading. */
export function listRows(items: readonly WorkItem[]): { rows: ListRow[]; ordered: WorkItem[]; height: number } {
  const rows: ListRow[] = [];
  const ordered: WorkItem[] = [];
  let top = 0;
  for (const group of groups) {
    const own = items.filter((item) => item.group === group);
    if (own.length === 0) continue;
    rows.push({ kind: 'group', group, count: own.length, top });
    top += GROUP_HEIGHT;
    for (const item of own) {
      rows.push({ kind: 'item', item, index: ordered.length, top });
      ordered.push(item);
      top += ITEM_HEIGHT;
    }
  }
  return { rows, ordered, height: top };
}

/** The rows that a window of the list shows, with some beyond its edges. Pixels. */
export function rowsWithin(rows: readonly ListRow[], from: number, height: number, beyond = 300): readonly ListRow[] {
  const start = firstBelow(rows, from - beyond - ITEM_HEIGHT);
  const end = firstBelow(rows, from + height + beyond);
  return rows.slice(start, end);
}

/** Index of the first row whose top is at or below a place. */
function firstBelow(rows: readonly ListRow[], place: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.top ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where the cursor stands: on its item while it is there, otherwise on what has come to its place, so that a decision
 * leads to the next item by itself. -1 in an empty list.
 */
export function cursorIndex(ordered: readonly WorkItem[], cursor: string | null, lastIndex: number): number {
  const at = cursor === null ? -1 : ordered.findIndex((item) => item.item === cursor);
  return at >= 0 ? at : Math.min(Math.max(0, lastIndex), ordered.length - 1);
}
