import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateOf, dayNumber, daysBetween, isDate, weekday, yearOf } from '#shared/lib/dates/dates.ts';
import { instantOf, localDate, localMinutes, type Offset } from '#shared/lib/dates/local-time.ts';

const utc = (text: string): number => Date.parse(text);

describe('dates', () => {
  it('agrees with the machine on every day of four centuries and more', () => {
    for (let day = dayNumber('1899-12-25'); day <= dayNumber('2305-01-05'); day += 1) {
      const date = new Date(day * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      if (dateOf(day) !== text || dayNumber(text) !== day || weekday(text) !== (date.getUTCDay() || 7)) {
        expect([day, dateOf(day), dayNumber(text), weekday(text)]).toEqual([day, text, day, date.getUTCDay() || 7]);
      }
    }
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2026-05-12', 365, '2027-05-12'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(days);
  });

  it.each([
    ['2026-05-12', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['12.05.2026', false],
    ['', false],
  ])('%s is a date: %s', (text, expected) => expect(isDate(text)).toBe(expected));

  it('knows the year of a date', () => expect(yearOf('2026-05-12')).toBe(2026));
});

describe('local time of a branch', () => {
  const moscow: Offset[] = [{ from: null, minutes: 180 }];
  const vladivostok: Offset[] = [{ from: null, minutes: 600 }];
  // At 10:00 local time (+3) the clocks are put to 11:00 (+4); a year later, at 11:00 (+4), back to 10:00.
  const forth = utc('2026-06-02T07:00:00Z');
  const back = utc('2027-06-02T07:00:00Z');
  const changing: Offset[] = [
    { from: back, minutes: 180 },
    { from: null, minutes: 180 },
    { from: forth, minutes: 240 },
  ];

  it.each([
    [moscow, '2026-05-12T20:59:59Z', '2026-05-12', 23 * 60 + 59],
    [moscow, '2026-05-12T21:00:00Z', '2026-05-13', 0],
    [vladivostok, '2025-12-31T14:00:00Z', '2026-01-01', 0],
    [[], '2026-05-12T20:59:59Z', '2026-05-12', 20 * 60 + 59],
    [changing, '2026-06-02T06:59:00Z', '2026-06-02', 9 * 60 + 59],
    [changing, '2026-06-02T07:00:00Z', '2026-06-02', 11 * 60],
    [changing, '2027-06-02T06:59:00Z', '2027-06-02', 10 * 60 + 59],
    [changing, '2027-06-02T07:00:00Z', '2027-06-02', 10 * 60],
    [[{ from: forth, minutes: 60 }], '2020-01-01T23:30:00Z', '2020-01-02', 30],
  ])('%j at %s shows %s and %i minutes', (offsets, instant, date, minutes) => {
    expect([localDate(offsets, utc(instant)), localMinutes(offsets, utc(instant))]).toEqual([date, minutes]);
  });

  it.each([
    ['an ordinary time', moscow, '2026-05-12', 9 * 60, '2026-05-12T06:00:00Z'],
    ['the first hour of a year', vladivostok, '2026-01-01', 0, '2025-12-31T14:00:00Z'],
    ['before the jump', changing, '2026-06-02', 9 * 60 + 59, '2026-06-02T06:59:00Z'],
    ['a skipped time: the jump', changing, '2026-06-02', 10 * 60 + 30, '2026-06-02T07:00:00Z'],
    ['after the jump', changing, '2026-06-02', 11 * 60 + 1, '2026-06-02T07:01:00Z'],
    ['a time that comes twice: the first', changing, '2027-06-02', 10 * 60 + 30, '2027-06-02T06:30:00Z'],
    ['after both', changing, '2027-06-02', 11 * 60, '2027-06-02T08:00:00Z'],
  ])('%s', (_name, offsets, date, minutes, expected) => {
    expect(new Date(instantOf(offsets, date, minutes)).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });

  it('comes back to the same date and minutes unless they are skipped', () => {
    const minutesOf = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const noon = utc('2026-06-02T12:00:00Z');
    const changes = fc.array(fc.record({ from: fc.integer({ min: noon - 9e8, max: noon + 9e8 }), minutes: minutesOf }));
    const offsetsOf = fc.tuple(minutesOf, changes).map(([first, rest]) => [{ from: null, minutes: first }, ...rest]);
    fc.assert(
      fc.property(offsetsOf, fc.integer({ min: noon - 9e8, max: noon + 9e8 }), (offsets, instant) => {
        const [date, minutes] = [localDate(offsets, instant), localMinutes(offsets, instant)];
        const first = instantOf(offsets, date, minutes);
        expect(first).toBeLessThanOrEqual(instant);
        // What the wall clock shows at that moment is the time asked for, or already later.
        expect(localDate(offsets, first) + String(localMinutes(offsets, first)).padStart(4, '0') >= date).toBe(true);
      }),
    );
  });
});
