import { shippedCalendars } from '#build/company/calendars/calendars.ts';
import { deskPlans } from '#build/company/portal/catalog/desks.ts';
import { minuteLength } from '#shared/lib/dates/local-time.ts';
import { workingMinutesBetween } from '#shared/lib/working-time/working-minutes.ts';
import { defaultSchedule, type WorkingTime } from '#shared/lib/working-time/working-time.ts';

const moscow = [{ from: null, minutes: 180 }];
const calendar = shippedCalendars.map(({ year, days }) => ({ year, days }));

/** Whose hours are counted back: those of the Moscow office or the shifts of the ИТ desk. */
export const storyHours: Record<'office' | 'shifts', WorkingTime> = {
  office: { offsets: moscow, schedule: defaultSchedule, calendar },
  shifts: { offsets: moscow, schedule: deskPlans.it.schedule ?? defaultSchedule, calendar },
};

/**
 * The latest instant (UTC milliseconds, whole minutes) since which so many working hours have passed: what is nearly due stands so at
 * whatever hour the demo is opened first.
 */
export function hoursBefore(time: WorkingTime, now: number, hours: number): number {
  const wanted = Math.round(hours * 60);
  let [early, late] = [Math.floor(now / minuteLength) - wanted, Math.floor(now / minuteLength)];
  while (workingMinutesBetween(time, early * minuteLength, now) < wanted) early -= Math.max(1_440, wanted);
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (workingMinutesBetween(time, middle * minuteLength, now) >= wanted) early = middle;
    else late = middle;
  }
  return early * minuteLength;
}
