import { expect, test } from 'vitest';
import { RateLimiter } from './rate-limit.ts';

test('a burst is granted, then so much every second; the answer says how long to wait', () => {
  let now = 0;
  const limiter = new RateLimiter({ burst: 3, perSecond: 2 }, () => now);
  expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 500]);
  expect(limiter.take('b')).toBe(0);
  now = 250;
  expect(limiter.take('a')).toBe(250);
  now = 500;
  expect(limiter.take('a')).toBe(0);
  now = 1_000_000;
  expect([1, 2, 3, 4].map(() => limiter.take('a'))).toEqual([0, 0, 0, 500]);
});

test('an amount above the burst passes once the bucket is full, and is paid for afterwards', () => {
  let now = 0;
  const limiter = new RateLimiter({ burst: 10, perSecond: 10 }, () => now);
  expect(limiter.take('a', 30)).toBe(0);
  expect(limiter.take('a')).toBe(2_100);
  now = 2_100;
  expect(limiter.take('a')).toBe(0);
});

test('a clock that goes backwards gives nothing and takes nothing', () => {
  let now = 1_000;
  const limiter = new RateLimiter({ burst: 1, perSecond: 1 }, () => now);
  expect(limiter.take('a')).toBe(0);
  now = 0;
  expect(limiter.take('a')).toBe(1_000);
});
