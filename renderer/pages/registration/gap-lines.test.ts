import { expect, it } from 'vitest';
import { countByCause, isExplainable, rangesOf } from '#renderer/pages/registration/gap-lines.ts';
import type { Gap } from '#shared/domain/registration/gaps.ts';

const leased = { cause: 'leased', blockId: 'b', deviceName: 'КЗН-01', userId: null, since: 0 } as const;

it('counts numbers, not lines', () => {
  const gaps: Gap[] = [
    { from: 3, to: 3, cause: 'unexplained' },
    { from: 5, to: 9, cause: 'unexplained' },
    { from: 10, to: 19, ...leased },
  ];
  expect(countByCause(gaps)).toEqual({ unexplained: 6, explained: 0, voided: 0, leased: 10, returned: 0 });
  expect(gaps.filter(isExplainable)).toHaveLength(2);
});

it('joins what lies side by side, in whatever order it was chosen', () => {
  const chosen = [
    { from: 7, to: 9 },
    { from: 1, to: 1 },
    { from: 5, to: 6 },
  ];
  expect(rangesOf(chosen)).toEqual([
    { from: 1, to: 1 },
    { from: 5, to: 9 },
  ]);
});
