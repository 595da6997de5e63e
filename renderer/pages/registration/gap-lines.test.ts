import { expect, it } from 'vitest';
import {
  countByCause,
  type GapLine,
  isExplainable,
  rangesOf,
  rangesToSend,
  toExplain,
} from '#renderer/pages/registration/gap-lines.ts';
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

it('what is to be explained stays as it was chosen when the register moves on', () => {
  const line: GapLine = { id: '5', from: 5, to: 9, cause: 'unexplained' };
  const chosen: GapLine[] = [line, { id: '10', from: 10, to: 19, ...leased }];
  const asked = toExplain({ journalId: 'j', period: '2026' }, chosen);
  line.to = 12;
  chosen.push({ id: '21', from: 21, to: 21, cause: 'unexplained' });
  expect(asked).toEqual({ journalId: 'j', period: '2026', ranges: [{ from: 5, to: 9 }], skipped: 1 });
});

it.each([
  ['nothing was chosen', [], { from: null, to: null }, 'empty', []],
  ['a part of the one range', [{ from: 5, to: 9 }], { from: 6, to: 7 }, null, [{ from: 6, to: 7 }]],
  ['a number before it', [{ from: 5, to: 9 }], { from: 4, to: 7 }, 'from', []],
  ['its beginning wiped', [{ from: 5, to: 9 }], { from: null, to: 7 }, 'from', []],
  ['an end before the beginning', [{ from: 5, to: 9 }], { from: 8, to: 7 }, 'to', []],
] as const)('%s: %o %o', (_, ranges, part, fault, sent) => {
  expect(rangesToSend({ ranges }, part)).toEqual({ ranges: sent, fault });
});
