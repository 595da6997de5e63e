import { addDays, type DateText, weekday } from '#shared/lib/dates/dates.ts';

type Every = 'day' | 'week' | 'month' | 'quarter';

/** The first day after `after` on which something recurs: every day, on a weekday (1–7), or on a day of the month, or of a quarter's first month. */
export function nextOccurrence(every: Every, day: number, after: DateText): DateText {
  for (let date = addDays(after, 1); ; date = addDays(date, 1)) if (recursOn(every, day, date)) return date;
}

function recursOn(every: Every, day: number, date: DateText): boolean {
  if (every === 'day') return true;
  if (every === 'week') return weekday(date) === Math.min(7, Math.max(1, day));
  const month = Number(date.slice(5, 7));
  if (every === 'quarter' && month % 3 !== 1) return false;
  const isLast = addDays(date, 1).slice(8) === '01';
  const ofMonth = Number(date.slice(8));
  return ofMonth === Math.max(1, day) || (isLast && ofMonth < day);
}
