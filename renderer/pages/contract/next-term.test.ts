import { expect, test } from 'vitest';
import { nextTerm } from '#renderer/pages/contract/next-term.ts';

test.each([
  // Whole years and months stay whole, leap days or not.
  ['2027-03-01', '2028-02-29', '2028-03-01', '2029-02-28'],
  ['2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31'],
  ['2026-05-18', '2026-11-17', '2026-11-18', '2027-05-17'],
  ['2026-02-01', '2026-02-28', '2026-03-01', '2026-03-31'],
  // Anything else is counted in days.
  ['2026-05-18', '2026-12-31', '2027-01-01', '2027-08-16'],
  ['2026-05-01', '2026-05-10', '2026-05-11', '2026-05-20'],
])('%s – %s is followed by %s – %s', (from, to, begin, end) => {
  expect(nextTerm(from, to)).toEqual({ from: begin, to: end });
});
