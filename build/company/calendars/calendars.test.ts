import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedCalendars } from '#build/company/calendars/calendars.ts';
import { parseWorkingCalendar } from '#shared/formats/working-calendar/parse.ts';
import { isDate, weekday } from '#shared/lib/dates/dates.ts';

/** Published calendars stand beside the repository; a clone without them still checks the shape of ours. */
const data = join(import.meta.dirname, '../../../../shared/data/calendar');
const present = existsSync(data);
if (!present) console.log('No published calendars beside the repository: ours are not compared with them.');

describe('the calendars that come with the program', () => {
  it.runIf(present).each(shippedCalendars)('$year is the published one', (calendar) => {
    const { calendar: published, problems } = parseWorkingCalendar(
      readFileSync(join(data, `ru_${calendar.year}.xml`), 'utf8'),
      calendar.year,
    );
    expect(problems).toEqual([]);
    expect(calendar).toEqual(published);
  });

  it.each(shippedCalendars)('$year has days of that year, each once, in order', ({ year, days }) => {
    const dates = days.map((day) => day.date);
    expect(dates.every((date) => isDate(date) && date.startsWith(`${year}-`))).toBe(true);
    expect(dates).toEqual([...new Set(dates)].toSorted());
  });

  it.each(shippedCalendars)('$year gives every day off that was moved back to somebody who lost it', ({ days }) => {
    // ст. 112 ТК РФ: what is moved is a holiday on a weekend, or a weekend day that became a working one.
    for (const { movedFrom } of days.filter((day) => day.movedFrom !== undefined)) {
      expect(weekday(movedFrom ?? '')).toBeGreaterThanOrEqual(6);
    }
  });
});
