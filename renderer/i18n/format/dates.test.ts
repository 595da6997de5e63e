import { describe, expect, test } from 'vitest';
import {
  addDays,
  dateOf,
  daysBetween,
  formatDate,
  formatInstant,
  offsetAt,
  zoneLabel,
} from '#renderer/i18n/format/dates.ts';
import { parseDate } from '#renderer/i18n/format/parse-date.ts';

/** 2026-05-13T20:30:00Z: already the 14th in Vladivostok. */
const evening = Date.UTC(2026, 4, 13, 20, 30);

describe('dates', () => {
  test('follow the zone of the branch', () => {
    expect(formatInstant(evening, 180)).toBe('13.05.2026, 23:30');
    expect(formatInstant(evening, 600)).toBe('14.05.2026, 06:30');
    expect(dateOf(evening, 600)).toBe('2026-05-14');
  });

  test('use the offset in force at that moment', () => {
    const offsets = [
      { from: null, minutes: 360 },
      { from: Date.UTC(2016, 6, 23, 20), minutes: 420 },
    ];
    expect(offsetAt(offsets, Date.UTC(2016, 0, 1))).toBe(360);
    expect(offsetAt(offsets, Date.UTC(2020, 0, 1))).toBe(420);
  });

  test('are written as in Russia, with the zone people know', () => {
    expect(formatDate('2026-05-03')).toBe('03.05.2026');
    expect(zoneLabel(420, 'МСК')).toBe('МСК+4');
    expect(zoneLabel(180, 'МСК')).toBe('МСК');
    expect(zoneLabel(120, 'МСК')).toBe('МСК\u22121');
  });

  test('are counted across months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-12-31', '2027-01-02')).toBe(2);
  });
});

describe('a typed date', () => {
  // 2026-05-13 is a Wednesday.
  const cases: [string, string | null][] = [
    ['13.5', '2026-05-13'],
    ['3.12.25', '2025-12-03'],
    ['130526', '2026-05-13'],
    ['13052026', '2026-05-13'],
    ['1305', '2026-05-13'],
    ['+3', '2026-05-16'],
    ['-13', '2026-04-30'],
    ['пт', '2026-05-15'],
    ['ср', '2026-05-13'],
    ['вт', '2026-05-19'],
    ['Завтра', '2026-05-14'],
    ['2026-02-01', '2026-02-01'],
    ['31.02', null],
    ['13', null],
    ['завтрак', null],
    ['45.13.2026', null],
  ];
  test.each(cases)('%s', (typed, expected) => expect(parseDate(typed, '2026-05-13')).toBe(expected));
});
