import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendars } from '#build/company/calendars/calendars.ts';
import { localDate, localMinutes } from '#shared/lib/dates/local-time.ts';
import { type DeliverySettings, nextDelivery } from '#shared/lib/quiet-hours.ts';
import { isWorkingDay } from '#shared/lib/working-time/working-days.ts';
import { defaultSchedule, type WorkingTime } from '#shared/lib/working-time/working-time.ts';

const branch = (hours: number): WorkingTime => ({
  offsets: [{ from: null, minutes: hours * 60 }],
  schedule: defaultSchedule,
  calendar: shippedCalendars,
});

const night = { from: '20:00', to: '08:00', weekends: false };
const nightAndDaysOff = { ...night, weekends: true };
const morning = { at: '09:00' };
const none = { quiet: null, digest: null };

describe('when a notice is shown', () => {
  // Local times of a branch at +7.
  it.each([
    ['always, without wishes', none, '2026-05-09 03:00', 'now'],
    ['at work', { ...none, quiet: night }, '2026-05-12 08:00', 'now'],
    ['the last minute before silence', { ...none, quiet: night }, '2026-05-12 19:59', 'now'],
    ['in the evening', { ...none, quiet: night }, '2026-05-12 20:00', '2026-05-13 08:00'],
    ['before the morning', { ...none, quiet: night }, '2026-05-12 07:59', '2026-05-12 08:00'],
    ['on Saturday, when Saturdays may be loud', { ...none, quiet: night }, '2026-05-16 12:00', 'now'],
    ['before a holiday of three days', { ...none, quiet: nightAndDaysOff }, '2026-05-08 21:00', '2026-05-12 08:00'],
    ['on a holiday', { ...none, quiet: nightAndDaysOff }, '2026-05-11 12:00', '2026-05-12 08:00'],
    ['over New Year', { ...none, quiet: nightAndDaysOff }, '2025-12-30 20:30', '2026-01-12 08:00'],
    ['on a working Saturday', { ...none, quiet: nightAndDaysOff }, '2024-04-27 12:00', 'now'],
    [
      'silence of days off only',
      { ...none, quiet: { from: '00:00', to: '00:00', weekends: true } },
      '2026-05-16 12:00',
      '2026-05-18 00:00',
    ],
    [
      'silence in the afternoon',
      { ...none, quiet: { from: '13:00', to: '14:00', weekends: false } },
      '2026-05-12 13:30',
      '2026-05-12 14:00',
    ],
    ['a digest', { ...none, digest: morning }, '2026-05-12 09:01', '2026-05-13 09:00'],
    ['a digest of today', { ...none, digest: morning }, '2026-05-12 03:00', '2026-05-12 09:00'],
    ['the moment of the digest', { ...none, digest: morning }, '2026-05-12 09:00', 'now'],
    ['a digest waits for work', { quiet: nightAndDaysOff, digest: morning }, '2026-05-08 10:00', '2026-05-12 09:00'],
    [
      'a digest inside silence comes at its end',
      { quiet: night, digest: { at: '07:00' } },
      '2026-05-12 03:00',
      '2026-05-12 08:00',
    ],
    ['a late digest inside silence', { quiet: night, digest: { at: '22:00' } }, '2026-05-12 10:00', '2026-05-13 08:00'],
    [
      'a time that is none is no wish',
      { quiet: { ...night, from: '25:00' }, digest: { at: 'утром' } },
      '2026-05-12 03:00',
      'now',
    ],
  ] as const)('%s', (_name, settings: DeliverySettings, now, expected) => {
    const shift = 7 * 3_600_000;
    const answer = nextDelivery(settings, branch(7), Date.parse(`${now.replace(' ', 'T')}:00Z`) - shift);
    const shown = answer === 'now' ? answer : new Date(answer + shift).toISOString().slice(0, 16).replace('T', ' ');
    expect(shown).toBe(expected);
  });

  it('gives its notices even by a calendar without working days', () => {
    const days = Array.from({ length: 800 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    const idle = {
      ...branch(3),
      calendar: [{ year: 2026, days: days.map((date) => ({ date, kind: 'holiday' as const })) }],
    };
    expect(nextDelivery({ ...none, quiet: nightAndDaysOff }, idle, Date.UTC(2026, 0, 2))).toBe('now');
  });
});

describe('quiet hours, whatever they are', () => {
  const clock = fc
    .integer({ min: 0, max: 1_439 })
    .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
  const quietOf = fc.record({ from: clock, to: clock, weekends: fc.boolean() });
  const digestOf = fc.record({ at: clock });
  const begin = Date.UTC(2026, 3, 24);
  const moments = fc.integer({ min: 0, max: 21 * 1_440 }).map((minutes) => begin + minutes * 60_000);
  const timeOf: fc.Arbitrary<WorkingTime> = fc
    .record({
      change: moments,
      before: fc.integer({ min: -840, max: 840 }),
      after: fc.integer({ min: -840, max: 840 }),
    })
    .map(({ change, before, after }) => ({
      ...branch(0),
      offsets: [
        { from: null, minutes: before },
        { from: change, minutes: after },
      ],
    }));
  const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const isQuiet = (quiet: NonNullable<DeliverySettings['quiet']>, time: WorkingTime, instant: number): boolean => {
    if (quiet.weekends && !isWorkingDay(time, localDate(time.offsets, instant))) return true;
    const length = (minutesOf(quiet.to) - minutesOf(quiet.from) + 1_440) % 1_440;
    return (localMinutes(time.offsets, instant) - minutesOf(quiet.from) + 1_440) % 1_440 < length;
  };

  it('end at the first minute that is not quiet, by every clock', () => {
    fc.assert(
      fc.property(quietOf, timeOf, moments, (quiet, time, now) => {
        let expected = now;
        while (isQuiet(quiet, time, expected)) expected += 60_000;
        expect(nextDelivery({ quiet, digest: null }, time, now)).toBe(expected === now ? 'now' : expected);
      }),
    );
  });

  it('are kept by a digest, which comes at most once a day and answers now when it comes', () => {
    fc.assert(
      fc.property(fc.option(quietOf), digestOf, moments, (quiet, digest, now) => {
        const time = branch(3);
        const answer = nextDelivery({ quiet, digest }, time, now);
        const first = answer === 'now' ? now : answer;
        expect(first).toBeGreaterThanOrEqual(now);
        if (quiet) expect(isQuiet(quiet, time, first)).toBe(false);
        expect(nextDelivery({ quiet, digest }, time, first)).toBe('now');
        const second = nextDelivery({ quiet, digest }, time, first + 60_000);
        expect(Number(second) - first).toBeGreaterThanOrEqual(86_400_000);
      }),
    );
  });
});
