import { describe, expect, test } from 'vitest';
import { parseWorkingTime, WORKING_DAY, workingTimeParts } from '#renderer/pages/admin/sections/portal/working-time.ts';

describe('a term', () => {
  test.each([
    ['4 ч', 240],
    ['4ч', 240],
    ['2 раб. дня', 960],
    ['1 раб. день', 480],
    ['5 раб.дней', 2400],
    ['2 рабочих дня', 960],
    ['1 д 2 ч', 600],
    ['30 мин', 30],
    ['30 мин.', 30],
    ['1,5 ч', 90],
    ['1 ч 20 мин', 80],
    ['8', 480],
    ['2 working days', 960],
    ['4 h', 240],
    ['1\u00a0ч', 60],
  ])('%s is understood', (typed, minutes) => expect(parseWorkingTime(typed)).toBe(minutes));

  test.each(['', 'скоро', '4 ч и ещё', '-1 ч', '0', '0 ч', '2 года', '1 2', '9999999 ч'])('%s is none', (typed) =>
    expect(parseWorkingTime(typed)).toBeNull(),
  );

  test('days of a clock that never stops are whole days', () => {
    expect(parseWorkingTime('2 д', 1440)).toBe(2880);
    expect(workingTimeParts(2880, 1440)).toEqual({ days: 2, hours: 0, minutes: 0 });
  });

  test('is told as it was typed', () => {
    expect(workingTimeParts(960)).toEqual({ days: 2, hours: 0, minutes: 0 });
    expect(workingTimeParts(500)).toEqual({ days: 0, hours: 8, minutes: 20 });
    for (const minutes of [1, 59, 240, WORKING_DAY, 500, 4800]) {
      const { days, hours, minutes: rest } = workingTimeParts(minutes);
      expect(days * WORKING_DAY + hours * 60 + rest).toBe(minutes);
    }
  });
});
