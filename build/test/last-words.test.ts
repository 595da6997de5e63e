import { expect, test } from 'vitest';
import { lastWords } from './last-words.ts';
import type { Told } from './told.ts';

const failed = (name: string, message = ''): Told => ({ outcome: 'failed', name, message });
const many = (count: number) => Array.from({ length: count }, (_, n) => failed(`test ${n}`, 'one\ntwo\nthree'));

test('a run in which everything passed says nothing more', () => {
  expect(lastWords([{ title: 'Types', tests: [] }])).toEqual([]);
});

test('failures come before what passed at the second try, each with the beginning of its message and its place', () => {
  const flaky: Told = { outcome: 'flaky', name: 'b.test.ts > sometimes', message: 'Error: late' };
  const told = failed('a.test.ts > never', '\u001B[31mError\u001B[39m: a\n\n b\nc\nd\nat a.test.ts:3');
  expect(
    lastWords([
      { title: 'Unit', tests: [flaky, told] },
      { title: 'Browser', tests: [failed('c.spec.ts > page')] },
    ]),
  ).toEqual([
    'Unit, failed:',
    '  a.test.ts > never',
    '    Error: a',
    '    b',
    '    c',
    '    at a.test.ts:3',
    'Browser, failed:',
    '  c.spec.ts > page',
    'Unit, passed only when tried again:',
    '  b.test.ts > sometimes',
    '    Error: late',
  ]);
});

test.each([1, 8, 12, 35, 36, 200])('%i failures fit into the end of a log', (count) => {
  const lines = lastWords([{ title: 'Unit', tests: many(count) }]);
  expect(lines.length).toBeLessThanOrEqual(36);
  const names = lines.filter((line) => line.startsWith('  test')).length;
  // Every name is there as long as there is a line for it; from then on the rest is counted.
  expect(names).toBe(count <= 35 ? count : 34);
  if (count === 200) expect(lines.at(-1)).toBe('… and 166 more lines like these, see above');
});

test('a long line is cut', () => {
  expect(lastWords([{ title: 'Unit', tests: [failed('x'.repeat(500))] }])[1]).toHaveLength(182);
});
