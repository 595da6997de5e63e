import { expect, test } from 'vitest';
import { visibleText } from '#shared/lib/text/visible.ts';

test.each([
  ['Договор', 'Договор'],
  ['  Договор поставки ', 'Договор поставки'],
  ['\u200b\u202e\u2060', ''],
  ['\u200bА\ufeff', 'А'],
  [' \t\n', ''],
])('%j is seen as %j', (text, seen) => {
  expect(visibleText(text)).toBe(seen);
});
