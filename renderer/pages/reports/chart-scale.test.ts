import { expect, test } from 'vitest';
import { hasFew, marksUpTo, outliersOf, rankedStages } from '#renderer/pages/reports/chart-scale.ts';
import type { StageSpread } from '#shared/queries/analytics.ts';

const stage = (key: string, p90: number, count = 5): StageSpread => ({
  key,
  name: key,
  type: 'work',
  spread: { count, mean: p90 / 2, median: p90 / 3, p90 },
  split: { queue: 0, work: p90 / 2, waiting: 0 },
  slowest: [],
});

test('marks are round and reach far enough', () => {
  expect(marksUpTo(38.5)).toEqual([0, 10, 20, 30, 40]);
  expect(marksUpTo(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(marksUpTo(0)).toEqual([0, 1]);
  expect(marksUpTo(5)).toEqual([0, 1, 2, 3, 4, 5]);
  for (let highest = 0.7; highest < 5_000; highest *= 1.37) {
    const marks = marksUpTo(highest);
    expect(marks.at(-1)).toBeGreaterThanOrEqual(highest - 0.05);
    expect(marks.length).toBeLessThanOrEqual(6);
  }
});

test('the slowest stages come first, those of few cases last', () => {
  const stages = [stage('a', 60), stage('b', 500), stage('c', 70), stage('d', 900, 2)];
  expect(rankedStages(stages).map((one) => one.key)).toEqual(['b', 'c', 'a', 'd']);
  expect(hasFew(stages)).toBe(true);
  expect(hasFew(stages.slice(0, 3))).toBe(false);
  expect(hasFew(stages.slice(3))).toBe(false);
});

test('only stages out of line stand out', () => {
  const stages = [stage('a', 60), stage('b', 50), stage('c', 70), stage('d', 300), stage('e', 900, 1)];
  expect([...outliersOf(stages, 'd')]).toEqual(['d']);
  expect([...outliersOf([stage('a', 60), stage('b', 62)], null)]).toEqual([]);
  expect([...outliersOf([], null)]).toEqual([]);
});
