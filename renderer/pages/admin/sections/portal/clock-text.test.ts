import { expect, test } from 'vitest';
import { clockText, parseClock } from '#renderer/pages/admin/sections/portal/clock-text.ts';

test('a time of day is read as people type it', () => {
  expect(['9', '9:30', '0930', '18.00', '24:00', '0'].map(parseClock)).toEqual([540, 570, 570, 1080, 1440, 0]);
  for (const typed of ['', '25', '24:01', '9:70', 'утром', '9:3']) expect(parseClock(typed), typed).toBeNull();
});

test('and told as a clock shows it', () => {
  for (const minutes of [0, 5, 540, 1439, 1440]) expect(parseClock(clockText(minutes))).toBe(minutes);
});
