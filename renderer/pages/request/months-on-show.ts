import { addDays, weekdayOf } from '#renderer/i18n/format/dates.ts';
import { daysInMonth, firstOfMonth, monthAfter } from '#renderer/pages/request/months.ts';

/** So many months stand side by side. */
const MONTHS_SHOWN = 2;

export const isOnShow = (date: string, first: string): boolean =>
  first <= date && date < monthAfter(first, MONTHS_SHOWN);

/** The first month to show for a date: what stands there stays while the date is in sight, so that the second press meets its day. */
export const showing = (date: string, first: string): string => (isOnShow(date, first) ? first : firstOfMonth(date));

/** The day a key leads to; null for other keys. Arrows go by days and weeks, Home and End by the week, PageUp and PageDown by months. */
export function dayByKey(date: string, key: string): string | null {
  const monday = (weekdayOf(date) + 6) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return addDays(date, -monday);
    case 'End':
      return addDays(date, 6 - monday);
    case 'PageUp':
      return sameDay(date, -1);
    case 'PageDown':
      return sameDay(date, 1);
    default:
      return null;
  }
}

/** The same day of another month, or its last one. */
function sameDay(date: string, months: number): string {
  const month = monthAfter(firstOfMonth(date), months);
  return addDays(month, Math.min(Number(date.slice(8)), daysInMonth(month)) - 1);
}
