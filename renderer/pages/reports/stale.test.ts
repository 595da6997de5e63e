import { expect, test } from 'vitest';
import { isStale } from '#renderer/pages/reports/stale.ts';
import type { Freshness } from '#shared/queries/analytics.ts';

const hour = 3_600_000;
const branch = (behind: number | null, delayed = 0): Freshness => ({
  branchId: 'b',
  branchCity: 'Казань',
  lastAt: behind === null ? null : 1_000 * hour - behind * hour,
  delayed,
});
const fresh = branch(0);

test('a branch far behind the others is told of, one that comes late sooner', () => {
  const told = (one: Freshness) => isStale(one, [fresh, one]);
  expect(told(branch(0))).toBe(false);
  expect(told(branch(20))).toBe(false);
  expect(told(branch(25))).toBe(true);
  expect(told(branch(2, 6))).toBe(false);
  expect(told(branch(4, 6))).toBe(true);
  expect(told(branch(null))).toBe(true);
});

test('a company of which nothing is known is not behind itself', () => {
  expect(isStale(branch(null), [branch(null), branch(null)])).toBe(false);
});
