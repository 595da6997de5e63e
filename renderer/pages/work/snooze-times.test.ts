import { expect, test } from 'vitest';
import { dateOf, formatInstant } from '#renderer/i18n/format/dates.ts';
import { instantIn, snoozeTimes } from '#renderer/pages/work/snooze-times.ts';

const vladivostok = [{ from: null, minutes: 600 }];
/** Wednesday 2026-05-13, 23:30 in Vladivostok. */
const wednesday = Date.UTC(2026, 4, 13, 13, 30);

test('items are put off by the clock of the branch', () => {
  const times = snoozeTimes(wednesday, vladivostok);
  expect(times.hour - wednesday).toBe(3_600_000);
  expect(formatInstant(times.tomorrow, 600)).toBe('14.05.2026, 09:00');
  expect(formatInstant(times.monday, 600)).toBe('18.05.2026, 09:00');
});

test('on a Monday the next one is meant, on a Sunday tomorrow', () => {
  const monday = instantIn(vladivostok, '2026-05-18', 720);
  expect(dateOf(snoozeTimes(monday, vladivostok).monday, 600)).toBe('2026-05-25');
  const sunday = instantIn(vladivostok, '2026-05-17', 720);
  expect(dateOf(snoozeTimes(sunday, vladivostok).monday, 600)).toBe('2026-05-18');
});

test('a law that moved the clocks is kept in mind', () => {
  const moved = [
    { from: null, minutes: 360 },
    { from: Date.UTC(2016, 6, 23, 20), minutes: 420 },
  ];
  expect(instantIn(moved, '2016-07-23')).toBe(Date.UTC(2016, 6, 23, 3));
  expect(instantIn(moved, '2016-07-25')).toBe(Date.UTC(2016, 6, 25, 2));
});
