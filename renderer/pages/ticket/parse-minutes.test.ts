import { expect, test } from 'vitest';
import { parseMinutes } from '#renderer/pages/ticket/parse-minutes.ts';

test.each([
  ['45', 45],
  ['45 мин', 45],
  ['1:20', 80],
  ['1 ч 20 мин', 80],
  ['1\u00a0ч\u00a020', 80],
  ['1,5 ч', 90],
  ['2h', 120],
  ['1.25ч', 75],
])('%s is %d minutes', (typed, minutes) => {
  expect(parseMinutes(typed)).toBe(minutes);
});

test.each(['', '0', 'час', '1:75', '-5', '20000', '1,5', '1 ч 20 с'])('«%s» is no time', (typed) => {
  expect(parseMinutes(typed)).toBeNull();
});
