import { addDays, daysBetween } from '#renderer/i18n/format/dates.ts';

/** The date so many months later; the last day of a month that is too short for it. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const next = `${Math.floor((index + 1) / 12)}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01`;
  return addDays(first, Math.min(day, daysBetween(first, next)) - 1);
}

/** The term that follows one of these days, both included: as many calendar months where it had whole ones, as many days otherwise. */
export function nextTerm(from: string, to: string): { from: string; to: string } {
  const begin = addDays(to, 1);
  const months = Math.round(daysBetween(from, begin) / 30.44);
  if (months > 0 && addMonths(from, months) === begin)
    return { from: begin, to: addDays(addMonths(begin, months), -1) };
  return { from: begin, to: addDays(begin, daysBetween(from, to)) };
}
