import { expect, test } from 'vitest';
import { debtWord } from '#renderer/pages/counterparty/debt-word.ts';

test.each([
  [0, 'we', 'settled'],
  [100, null, 'unpaid'],
  [100, 'we', 'weOwe'],
  [100, 'they', 'theyOwe'],
  [-100, 'we', 'weAhead'],
  [-100, 'they', 'theyAhead'],
] as const)('a debt of %d when %s pay is told as %s', (debt, payer, word) => {
  expect(debtWord({ debt, payer })).toBe(word);
});
