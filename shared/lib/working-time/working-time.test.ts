import { describe, expect, it } from 'vitest';
import { shippedCalendars } from '#build/company/calendars/calendars.ts';
import type { Offset } from '#shared/lib/dates/local-time.ts';
import { dueGroup } from '#shared/lib/working-time/due-group.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  reminderDate,
} from '#shared/lib/working-time/working-days.ts';
import { addWorkingMinutes, workingMinutesBetween } from '#shared/lib/working-time/working-minutes.ts';
import { calendarKnown, defaultSchedule, type WorkingTime } from '#shared/lib/working-time/working-time.ts';

const utc = (text: string): number => Date.parse(text);
const at = (offset: number, from?: Partial<WorkingTime>): WorkingTime => ({
  offsets: [{ from: null, minutes: offset * 60 }],
  schedule: defaultSchedule,
  calendar: shippedCalendars,
  ...from,
});
const moscow = at(3);
const zones = { МСК: at(3), САМ: at(4), НСК: at(7), ВЛД: at(10) };

/** Reads a local time of a branch: `2026-04-29 17:30` at +3. */
const local = (text: string, hours: number): number => utc(`${text.replace(' ', 'T')}:00Z`) - hours * 3_600_000;

describe('deadlines by the calendars of 2024–2026', () => {
  it.each([
    ['lunch is no working time', '2026-06-01 12:30', 60, '2026-06-01 14:30'],
    ['set during lunch', '2026-06-01 13:20', 60, '2026-06-01 15:00'],
    ['a whole day ends with the day', '2026-06-01 09:00', 480, '2026-06-01 18:00'],
    ['one minute more is the next morning', '2026-06-01 09:00', 481, '2026-06-02 09:01'],
    ['set at night', '2026-06-01 23:15', 60, '2026-06-02 10:00'],
    ['nothing to do', '2026-06-06 12:00', 0, '2026-06-06 12:00'],
    ['short 30.04, holiday 1.05 (2026)', '2026-04-29 17:30', 480, '2026-05-04 09:30'],
    ['short 8.05, the 9th given back on 11.05 (2026)', '2026-05-07 17:30', 480, '2026-05-12 09:30'],
    ['short 11.06, holiday 12.06 (2026)', '2026-06-10 17:30', 480, '2026-06-15 09:30'],
    ['short 3.11, holiday 4.11 (2026)', '2026-11-02 17:30', 480, '2026-11-05 09:30'],
    ['23.02 is a Monday and no day is short (2026)', '2026-02-20 17:30', 480, '2026-02-24 17:30'],
    ['8.03 given back on 9.03 (2026)', '2026-03-08 12:00', 60, '2026-03-10 10:00'],
    ['the short day ends at 17:00', '2026-04-30 16:30', 60, '2026-05-04 09:30'],
    ['New Year 2026: 31.12 to 11.01', '2025-12-30 17:30', 480, '2026-01-12 17:30'],
    ['New Year 2025: 29.12 to 8.01', '2024-12-28 17:30', 480, '2025-01-09 17:30'],
    ['working Saturday 27.04.2024', '2024-04-26 17:30', 480, '2024-04-27 17:30'],
    ['working and short Saturday 2.11.2024', '2024-11-01 17:30', 480, '2024-11-05 09:30'],
    ['working and short Saturday 1.11.2025', '2025-10-31 17:30', 480, '2025-11-05 09:30'],
    ['May 2025: 1–4 and 8–11', '2025-04-30 16:00', 1_560, '2025-05-12 10:00'],
    ['2027 is not published: the plain week', '2026-12-30 16:00', 480, '2027-01-01 16:00'],
  ])('%s', (_name, from, minutes, expected) => {
    const due = addWorkingMinutes(moscow, local(from, 3), minutes);
    expect(new Date(due + 3 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')).toBe(expected);
    expect(workingMinutesBetween(moscow, local(from, 3), due)).toBe(minutes);
  });

  it.each([
    // Eight hours set at 17:30 of the approver's own branch on 29.04.2026: half an hour, seven of the short day, half of 4.05.
    ['МСК', '2026-04-29T14:30:00.000Z', '2026-05-04T06:30:00.000Z'],
    ['САМ', '2026-04-29T13:30:00.000Z', '2026-05-04T05:30:00.000Z'],
    ['НСК', '2026-04-29T10:30:00.000Z', '2026-05-04T02:30:00.000Z'],
    ['ВЛД', '2026-04-29T07:30:00.000Z', '2026-05-03T23:30:00.000Z'],
    // The same moment for all: evening in Vladivostok, 10:30 in Moscow, 11:30 in Samara, 14:30 in Novosibirsk.
    ['МСК', '2026-04-29T07:30:00.000Z', '2026-04-30T07:30:00.000Z'],
    ['САМ', '2026-04-29T07:30:00.000Z', '2026-04-30T07:30:00.000Z'],
    ['НСК', '2026-04-29T07:30:00.000Z', '2026-04-30T07:30:00.000Z'],
    // Moscow's last working hour of 2025 is already night in Vladivostok; both come back on 12.01.
    ['МСК', '2025-12-30T14:00:00.000Z', '2026-01-12T14:00:00.000Z'],
    ['ВЛД', '2025-12-30T14:00:00.000Z', '2026-01-12T08:00:00.000Z'],
  ] as const)('eight hours in %s from %s end at %s', (zone, from, expected) => {
    expect(new Date(addWorkingMinutes(zones[zone], utc(from), 480)).toISOString()).toBe(expected);
  });

  // Norms of the years for 40 hours a week, as published with the calendars.
  it.each([
    [2024, 248, 1_979],
    [2025, 247, 1_972],
    [2026, 247, 1_972],
  ])('%i has %i working days and %i hours', (year, days, hours) => {
    const minutes = workingMinutesBetween(moscow, local(`${year}-01-01 00:00`, 3), local(`${year + 1}-01-01 00:00`, 3));
    expect(minutes).toBe(hours * 60);
    let count = 0;
    for (let day = `${year - 1}-12-31`; nextWorkingDay(moscow, day).startsWith(`${year}`); count += 1)
      day = nextWorkingDay(moscow, day);
    expect(count).toBe(days);
  });

  it('says which years it knows', () => {
    expect([2023, 2024, 2025, 2026, 2027].filter((year) => calendarKnown(moscow, year))).toEqual([2024, 2025, 2026]);
  });
});

describe('a branch whose clocks change', () => {
  const change = utc('2026-06-02T07:00:00Z');
  const changing = (before: number, after: number): Offset[] => [
    { from: null, minutes: before * 60 },
    { from: change, minutes: after * 60 },
  ];
  it.each([
    // 10:00 becomes 11:00: seven hours are left of the day, the eighth is worked on the 3rd from 9:00 (+4).
    ['forwards at work', changing(3, 4), '2026-06-02T06:00:00.000Z', '2026-06-03T06:00:00.000Z'],
    // 11:00 becomes 10:00: the hour comes twice, and the eighth ends at 17:00 (+3).
    ['back at work', changing(4, 3), '2026-06-02T05:00:00.000Z', '2026-06-02T14:00:00.000Z'],
    // 17:00 becomes 9:00: what was worked counts, the new morning begins after a night that was not.
    ['back by eight hours', changing(10, 2), '2026-06-01T23:00:00.000Z', '2026-06-02T08:00:00.000Z'],
    // 10:00 becomes 10:00 of the next day: a day is skipped whole, as Samoa did.
    ['over the date line', changing(3, 27), '2026-06-02T06:00:00.000Z', '2026-06-02T15:00:00.000Z'],
  ])('%s', (_name, offsets, from, expected) => {
    const time = at(3, { offsets });
    const due = addWorkingMinutes(time, utc(from), 480);
    expect(new Date(due).toISOString()).toBe(expected);
    expect(workingMinutesBetween(time, utc(from), due)).toBe(480);
  });
});

describe('other schedules', () => {
  const shifts = at(3, {
    schedule: {
      days: [2, 3, 4, 5, 6],
      intervals: [
        [600, 840],
        [840, 1_200],
      ],
    },
  });
  it('a branch of Tuesdays to Saturdays has its own days and hours', () => {
    expect(isWorkingDay(shifts, '2026-06-01')).toBe(false);
    expect(isWorkingDay(shifts, '2026-06-06')).toBe(true);
    expect(addWorkingMinutes(shifts, local('2026-06-05 19:30', 3), 60)).toBe(local('2026-06-06 10:30', 3));
  });

  it('does not begin to work on Fridays because a Friday is short', () => {
    const fourDays = at(3, { schedule: { ...defaultSchedule, days: [1, 2, 3, 4] } });
    expect(isWorkingDay(fourDays, '2026-05-08')).toBe(false);
    expect(isWorkingDay(fourDays, '2024-11-02')).toBe(true);
  });

  it('an hour is cut off the end of a short day even when a break stands there', () => {
    const evening = at(3, {
      schedule: {
        days: [4],
        intervals: [
          [540, 960],
          [990, 1_020],
        ],
      },
    });
    expect(addWorkingMinutes(evening, local('2026-04-30 09:00', 3), 390)).toBe(local('2026-04-30 15:30', 3));
    expect(addWorkingMinutes(evening, local('2026-04-30 09:00', 3), 391)).toBe(local('2026-05-07 09:01', 3));
  });

  it.each([
    ['no days', { days: [], intervals: [[540, 1_080]] }],
    ['no hours', { days: [1], intervals: [[540, 540]] }],
    ['days that do not exist', { days: [0, 8, 1.5], intervals: [[540, 1_080]] }],
  ] as const)('%s: the usual schedule stands in', (_name, schedule) => {
    const from = local('2026-06-01 09:00', 3);
    expect(addWorkingMinutes(at(3, { schedule }), from, 480)).toBe(addWorkingMinutes(moscow, from, 480));
  });

  it('counts overlapping intervals once', () => {
    const time = at(3, {
      schedule: {
        days: [1, 2, 3, 4, 5],
        intervals: [
          [700, 1_080],
          [540, 780],
          [-90, -10],
          [1_430, 1_500],
        ],
      },
    });
    const [from, to] = [local('2026-06-01 00:00', 3), local('2026-06-02 00:00', 3)];
    expect(workingMinutesBetween(time, from, to)).toBe(540 + 10);
  });
});

describe('days', () => {
  it.each([
    ['2026-05-08', 1, '2026-05-12'],
    ['2026-05-12', -1, '2026-05-08'],
    ['2025-12-30', 1, '2026-01-12'],
    ['2026-01-12', -3, '2025-12-26'],
    ['2026-05-09', 0, '2026-05-09'],
    ['2024-04-26', 1, '2024-04-27'],
    ['2026-06-01', 10, '2026-06-16'],
  ])('%s and %i working days is %s', (date, n, expected) => expect(addWorkingDays(moscow, date, n)).toBe(expected));

  it('has neighbours', () => {
    expect(nextWorkingDay(moscow, '2026-03-06')).toBe('2026-03-10');
    expect(previousWorkingDay(moscow, '2026-03-10')).toBe('2026-03-06');
  });

  it.each([
    ['30 days ahead is 11.05, given back for the 9th', '2026-06-10', 30, '2026-05-08'],
    ['14 days ahead is New Year', '2026-01-15', 14, '2025-12-30'],
    ['a week ahead is a working Saturday', '2024-05-04', 7, '2024-04-27'],
    ['the day itself, a Saturday', '2026-06-06', 0, '2026-06-05'],
    ['an ordinary day', '2026-06-11', 1, '2026-06-10'],
  ])('reminds: %s', (_name, date, ahead, expected) => expect(reminderDate(moscow, date, ahead)).toBe(expected));
});

describe('groups of My work', () => {
  const now = utc('2026-05-12T20:30:00Z');
  it.each([
    ['МСК', '2026-05-12T20:29:59Z', 'overdue'],
    ['МСК', '2026-05-12T20:30:00Z', 'today'],
    ['МСК', '2026-05-12T20:59:59Z', 'today'],
    ['МСК', '2026-05-12T21:00:00Z', 'later'],
    ['ВЛД', '2026-05-13T13:59:59Z', 'today'],
    ['ВЛД', '2026-05-13T14:00:00Z', 'later'],
  ] as const)('in %s a deadline of %s is %s', (zone, due, expected) => {
    expect(dueGroup(now, utc(due), zones[zone])).toBe(expected);
  });

  it('keeps what has no deadline for later', () => expect(dueGroup(now, null, moscow)).toBe('later'));
});
