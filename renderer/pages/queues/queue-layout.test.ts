import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, GROUP_HEIGHT, layoutOf, ROW_HEIGHT, topOf, within } from '#renderer/pages/queues/queue-layout.ts';
import { type Urgency, urgencies } from '#shared/queries/ticket.ts';

const counted = (given: Partial<Record<Urgency, number>>) =>
  ({ ...Object.fromEntries(urgencies.map((one) => [one, 0])), ...given }) as Record<Urgency, number>;
const anyCounts = fc
  .array(fc.integer({ min: 0, max: 4000 }), { minLength: urgencies.length, maxLength: urgencies.length })
  .map((counts) => Object.fromEntries(urgencies.map((one, at) => [one, counts[at] ?? 0])) as Record<Urgency, number>);

test('headings stand over their rows, empty groups have none', () => {
  const layout = layoutOf(counted({ late: 2, work: 3 }));
  expect(layout.groups.map((one) => [one.urgency, one.first, one.top])).toEqual([
    ['late', 0, 0],
    ['work', 2, GROUP_HEIGHT + 2 * ROW_HEIGHT],
  ]);
  expect(layout.total).toBe(5);
  expect(topOf(layout, 2)).toBe(2 * GROUP_HEIGHT + 2 * ROW_HEIGHT);
});

test('a window shows every row it touches, each in its place, and few others', () => {
  fc.assert(
    fc.property(anyCounts, fc.double({ min: 0, max: 1, noNaN: true }), (counts, share) => {
      const layout = layoutOf(counts);
      const from = Math.floor(share * layout.height);
      const { rows } = within(layout, from, 700);
      const drawn = new Map(rows.map((row) => [row.index, row.top]));
      for (const [index, top] of drawn) expect(top).toBe(topOf(layout, index));
      for (let index = 0; index < layout.total; index += 1) {
        const top = topOf(layout, index);
        if (top + ROW_HEIGHT > from && top < from + 700) expect(drawn.has(index)).toBe(true);
      }
      expect(rows.length).toBeLessThan(40);
      expect(blocksOf(rows).length).toBeLessThan(3);
    }),
    { numRuns: 30 },
  );
});
