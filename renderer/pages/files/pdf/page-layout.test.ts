import { expect, test } from 'vitest';
import { GAP, layOut, pageAt } from '#renderer/pages/files/pdf/page-layout.ts';

const paper = { width: 600, height: 800 };

test('pages are as wide as their place, or as large as a person asks', () => {
  const fitted = layOut([paper, { width: 1200, height: 800 }], null, 300 + 2 * GAP);
  expect(fitted.scales).toEqual([0.5, 0.25]);
  expect(fitted.tops).toEqual([GAP, GAP + 400 + GAP, GAP + 400 + GAP + 200 + GAP]);
  expect(layOut([paper], 1.5, 300)).toMatchObject({ scales: [1.5], width: 900 });
  expect(layOut([paper], null, 5_000).scales).toEqual([2]);
});

test('the page at a height is found among three hundred', () => {
  const layout = layOut(
    Array.from({ length: 300 }, () => paper),
    1,
    600,
  );
  expect(pageAt(layout, 0)).toBe(0);
  expect(pageAt(layout, GAP + 812 * 150 + 5)).toBe(150);
  expect(pageAt(layout, GAP + 812 * 150 - 1)).toBe(149);
  expect(pageAt(layout, 1e9)).toBe(299);
  expect(pageAt(layOut([], 1, 600), 10)).toBe(0);
});
