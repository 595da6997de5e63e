import { expect, test } from 'vitest';
import { type BatchSize, grown, shrunk } from '#electron/core/sync/batch-size.ts';

/** Sizes of pushes whose answers take these milliseconds for each command and for each push. */
function sizes(start: number, each: number, way: number): number[] {
  const found: number[] = [];
  for (let size: BatchSize = { commands: start }, n = 0; n < 12; n += 1) {
    found.push(size.commands);
    size = grown(size, way + each * size.commands);
  }
  return found;
}

test('a quick link carries more and more, up to a limit', () => {
  expect(sizes(50, 0.2, 10).at(-1)).toBe(500);
});

test('a thin link carries less', () => {
  expect(sizes(500, 20, 100).at(-1)).toBeLessThanOrEqual(62);
});

test('a centre that is busy for a second at every push is not asked for one command at a time', () => {
  const size = shrunk(shrunk(shrunk({ commands: 8 })));
  expect(size.commands).toBe(1);
  expect(sizes(size.commands, 1, 1_000).at(-1)).toBeGreaterThanOrEqual(20);
});
