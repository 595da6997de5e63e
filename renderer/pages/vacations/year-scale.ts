import { addDays, daysBetween, weekdayOf } from '#renderer/i18n/format/dates.ts';
import { daysInMonth, monthAfter } from '#renderer/pages/request/months.ts';

/** The days on show, both included, `yyyy-mm-dd`. */
export interface Span {
  from: string;
  to: string;
}

const MONTHS = { year: 12, quarter: 3 } as const;
export type Scale = keyof typeof MONTHS;

/** A year, or three months of it that begin with the given one (1…10). */
export function spanOf(year: number, scale: Scale, firstMonth: number): Span {
  const from = `${String(year).padStart(4, '0')}-${String(scale === 'year' ? 1 : firstMonth).padStart(2, '0')}-01`;
  return { from, to: addDays(monthAfter(from, MONTHS[scale]), -1) };
}

export const daysOf = ({ from, to }: Span): number => daysBetween(from, to) + 1;

/** Where a period lies in the span, as shares of its width; null when it does not. */
export function placeOf(period: Span, span: Span): { left: number; width: number } | null {
  if (period.to < span.from || period.from > span.to) return null;
  const from = period.from < span.from ? span.from : period.from;
  const to = period.to > span.to ? span.to : period.to;
  const all = daysOf(span);
  return { left: daysBetween(span.from, from) / all, width: (daysBetween(from, to) + 1) / all };
}

/** The day under a share 0…1 of the width. */
export function dayAt(share: number, span: Span): string {
  const all = daysOf(span);
  return addDays(span.from, Math.min(all - 1, Math.max(0, Math.floor(share * all))));
}

/** The months of a span by their first days, with their shares of the width. */
export function monthsOf(span: Span): { first: string; width: number }[] {
  const months: { first: string; width: number }[] = [];
  for (let first = span.from; first <= span.to; first = monthAfter(first, 1))
    months.push({ first, width: daysInMonth(first) / daysOf(span) });
  return months;
}

/** Days that nobody works, in runs: one shape for a weekend. */
export function restOf(span: Span, holidays: readonly string[]): Span[] {
  const feasts = new Set(holidays);
  const runs: Span[] = [];
  for (let date = span.from; date <= span.to; date = addDays(date, 1)) {
    const weekday = weekdayOf(date);
    if (weekday !== 0 && weekday !== 6 && !feasts.has(date)) continue;
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === date) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}
