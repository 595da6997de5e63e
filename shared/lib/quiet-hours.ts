import { addDays } from '#shared/lib/dates/dates.ts';
import {
  dayLength,
  instantOf,
  localDate,
  localMinutes,
  minuteLength,
  stretchesOf,
} from '#shared/lib/dates/local-time.ts';
import { isWorkingDay } from '#shared/lib/working-time/working-days.ts';
import type { WorkingTime } from '#shared/lib/working-time/working-time.ts';

/** When a person wants to hear of something. Times are `HH:MM` on the wall clock of the person's branch. */
export interface DeliverySettings {
  /** Silence from one time to the other (over midnight when `to` is earlier; equal or no times: none); `weekends`: on days off as well. */
  readonly quiet: { readonly from: string; readonly to: string; readonly weekends: boolean } | null;
  /** Everything together, once a day. */
  readonly digest: { readonly at: string } | null;
}

/** Longer than any row of days off; a calendar without working days then gets its notice rather than never. */
const daysAhead = 400;

/**
 * When a notice that arises `now` (UTC milliseconds) is to be shown: at once, or at an instant. A digest whose time lies in the
 * quiet hours comes at their end. At the instant it names, it answers 'now'.
 */
export function nextDelivery(settings: DeliverySettings, time: WorkingTime, now: number): 'now' | number {
  const quiet = quietHours(settings.quiet, time);
  const digest = minutesOf(settings.digest?.at);
  const next = digest === null ? endOfSilence(quiet, time, now) : nextDigest(quiet, quiet.after(digest), time, now);
  return next === null || next === now ? 'now' : next;
}

/** The first digest of a day that is not silent. */
function nextDigest(quiet: QuietHours, minutes: number, time: WorkingTime, now: number): number | null {
  const today = localDate(time.offsets, now);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const moment = instantOf(time.offsets, addDays(today, ahead), minutes);
    if (moment >= now && !quiet.at(moment)) return moment;
  }
  return null;
}

/** Silence ends at its own end, at midnight after a day off, or where a change of the clocks ends it. */
function endOfSilence(quiet: QuietHours, time: WorkingTime, now: number): number | null {
  for (const { start, end, shift } of stretchesOf(time.offsets)) {
    const begin = Math.max(now, start);
    const today = Math.floor((begin + shift) / dayLength);
    for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
      const midnight = (today + ahead) * dayLength - shift;
      const moments = [0, quiet.end].map((minutes) => Math.max(begin, midnight + minutes * minuteLength));
      const loud = moments.find((moment) => moment < end && !quiet.at(moment));
      if (loud !== undefined) return loud;
      if (midnight >= end) break;
    }
  }
  return null;
}

interface QuietHours {
  /** Minutes since midnight at which the silence of a night ends. */
  readonly end: number;
  at(instant: number): boolean;
  /** A time of day moved out of the silence of a night. */
  after(minutes: number): number;
}

function quietHours(quiet: DeliverySettings['quiet'], time: WorkingTime): QuietHours {
  const to = minutesOf(quiet?.to);
  const from = to === null ? 0 : (minutesOf(quiet?.from) ?? to);
  const end = to ?? from;
  const atNight = (minutes: number): boolean =>
    from <= end ? from <= minutes && minutes < end : minutes >= from || minutes < end;
  return {
    end,
    at: (instant) =>
      atNight(localMinutes(time.offsets, instant)) ||
      (quiet?.weekends === true && !isWorkingDay(time, localDate(time.offsets, instant))),
    after: (minutes) => (atNight(minutes) ? end : minutes),
  };
}

/** `HH:MM` → minutes since midnight; null when there is no such time: that setting is off. */
function minutesOf(text: string | undefined): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text ?? '');
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}
