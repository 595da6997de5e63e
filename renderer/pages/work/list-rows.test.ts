import { expect, test } from 'vitest';
import { cursorIndex, GROUP_HEIGHT, ITEM_HEIGHT, listRows, rowsWithin } from '#renderer/pages/work/list-rows.ts';
import type { WorkItem } from '#shared/queries/work.ts';

const item = (id: number, group: WorkItem['group']) => ({ item: `key_date/${id}`, group }) as WorkItem;

test('items stand under their groups in the order of the day, empty groups have no heading', () => {
  const { rows, ordered, height } = listRows([item(1, 'later'), item(2, 'overdue'), item(3, 'later')]);
  expect(rows.map((row) => (row.kind === 'group' ? `${row.group} ${row.count}` : row.item.item))).toEqual([
    'overdue 1',
    'key_date/2',
    'later 2',
    'key_date/1',
    'key_date/3',
  ]);
  expect(ordered.map((one) => one.item)).toEqual(['key_date/2', 'key_date/1', 'key_date/3']);
  expect(height).toBe(2 * GROUP_HEIGHT + 3 * ITEM_HEIGHT);
  expect(rows.at(-1)?.top).toBe(height - ITEM_HEIGHT);
});

test('a window of 500 items shows only what fits it', () => {
  const { rows } = listRows(Array.from({ length: 500 }, (_, id) => item(id, 'today')));
  const shown = rowsWithin(rows, 5_000, 800, 0);
  expect(shown.length).toBeLessThan(26);
  const tops = shown.map((row) => row.top);
  expect(Math.min(...tops)).toBeLessThanOrEqual(5_000);
  expect(Math.max(...tops)).toBeGreaterThan(5_800 - ITEM_HEIGHT - 1);
  expect(rowsWithin(rows, 0, 100, 0)[0]?.kind).toBe('group');
});

test('the cursor goes on to what has come to its place, and to the last one at the end', () => {
  const ordered = [item(1, 'today'), item(2, 'today'), item(3, 'today')];
  expect(cursorIndex(ordered, 'key_date/2', 0)).toBe(1);
  expect(cursorIndex(ordered, 'key_date/9', 1)).toBe(1);
  expect(cursorIndex(ordered, 'key_date/9', 7)).toBe(2);
  expect(cursorIndex(ordered, null, 0)).toBe(0);
  expect(cursorIndex([], null, 0)).toBe(-1);
});
