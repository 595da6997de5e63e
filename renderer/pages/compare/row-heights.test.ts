import { expect, test } from 'vitest';
import { RowHeights } from '#renderer/pages/compare/row-heights.ts';

test('rows lie under each other by what is guessed, and by what is measured once it is', () => {
  const heights = new RowHeights([20, 40, 20]);
  expect([0, 1, 2, 3].map((row) => heights.offsetOf(row))).toEqual([0, 20, 60, 80]);
  expect(heights.measure(1, 100)).toBe(true);
  expect(heights.measure(1, 100.2)).toBe(false);
  expect(heights.offsetOf(2)).toBe(120);
  expect(heights.total).toBe(140);
});

test('the row at a point is the one that covers it', () => {
  const heights = new RowHeights([20, 40, 20]);
  expect([-5, 0, 19, 20, 59, 60, 500].map((point) => heights.rowAt(point))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  expect(new RowHeights([]).rowAt(10)).toBe(0);
  expect(new RowHeights([]).total).toBe(0);
});
