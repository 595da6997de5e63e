/** A day of the calendar, `yyyy-mm-dd`. Text order is order in time for the years 0000–9999. */
export type DateText = string;

// Years begin in March here, so that the leap day is the last one; an era is the 400 years after which the calendar repeats.
const daysOfEra = 146_097;
/** From 1 March of year 0 to 1 January 1970. */
const daysBeforeEpoch = 719_468;

/** Days since 1970-01-01 (negative before it) in the Gregorian calendar; what is no date gives a day near it, never an error. */
export function dayNumber(date: DateText): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOfEra + dayOfEra - daysBeforeEpoch;
}

/** The date that is `day` days after 1970-01-01. */
export function dateOf(day: number): DateText {
  const shifted = day + daysBeforeEpoch;
  const era = Math.floor(shifted / daysOfEra);
  const dayOfEra = shifted - era * daysOfEra;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1, 2)}`;
}

/** True for a day that exists: `2026-02-31` does not. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOf(dayNumber(text)) === text;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: DateText, days: number): DateText {
  return dateOf(dayNumber(date) + days);
}

/** Days from one date to another, negative when `to` is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week by ISO 8601: 1 Monday … 7 Sunday. */
export function weekday(date: DateText): number {
  return weekdayOf(dayNumber(date));
}

/** Day of the week (1 Monday … 7 Sunday) of a day number. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return remainder(day + 3, 7) + 1;
}

/** The year of a date. */
export function yearOf(date: DateText): number {
  return Number(date.slice(0, 4));
}

/** Remainder that is never negative. */
export function remainder(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
