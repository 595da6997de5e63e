import { expect, test } from 'vitest';
import { rangeOf } from './download.ts';

test('ranges as in RFC 9110: from, to, the last bytes, and what cannot be given', () => {
  expect(rangeOf('bytes=0-', 10)).toEqual([0, 9]);
  expect(rangeOf('bytes=3-5', 10)).toEqual([3, 5]);
  expect(rangeOf('bytes=3-500', 10)).toEqual([3, 9]);
  expect(rangeOf('bytes=-4', 10)).toEqual([6, 9]);
  expect(rangeOf('bytes=-40', 10)).toEqual([0, 9]);
  for (const bad of ['bytes=10-', 'bytes=5-3', 'bytes=-0'])
    expect([bad, rangeOf(bad, 10)]).toEqual([bad, 'unsatisfiable']);
  for (const whole of [undefined, 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2']) expect(rangeOf(whole, 10)).toBeNull();
});
