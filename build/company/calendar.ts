const dayLength = 86_400_000;

/** Days off that come round every year (Трудовой кодекс, ст. 112), as month-day. */
const holidays = new Set([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
]);

/** Days off moved by decree: 2025 (№ 1335 of 04.10.2024) and 2026 (№ 1466 of 24.09.2025). */
const movedDaysOff = new Set([
  ...['2025-05-02', '2025-05-08', '2025-06-13', '2025-11-03', '2025-12-31'],
  ...['2026-01-09', '2026-03-09', '2026-05-11', '2026-12-31'],
]);

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength;
const fromDayNumber = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);

/** The calendar date `days` later; dates are `yyyy-mm-dd`. */
export const addDays = (date: string, days: number): string => fromDayNumber(dayNumber(date) + days);

/** Days from one date to another. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

export function isWorkingDay(date: string): boolean {
  const weekday = (dayNumber(date) + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(date.slice(5)) && !movedDaysOff.has(date);
}

/** Working days of a period, both ends included, in order. */
export function workingDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day++) {
    const date = fromDayNumber(day);
    if (isWorkingDay(date)) days.push(date);
  }
  return days;
}

/** The first working day that is not before the date. */
export function workingDayFrom(date: string): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** UTC instant of a local time of day in minutes, at a place `offset` minutes ahead of UTC. */
export const instantOf = (date: string, minutes: number, offset: number): number =>
  dayNumber(date) * dayLength + (minutes - offset) * 60_000;

/** The calendar date of an instant at a place `offset` minutes ahead of UTC. */
export const dateOf = (instant: number, offset: number): string =>
  fromDayNumber(Math.floor((instant + offset * 60_000) / dayLength));

/** dd.mm.yyyy, as people write it. */
export const spoken = (date: string): string => `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;

const months = [
  ['январь', 'января', 'январе'],
  ['февраль', 'февраля', 'феврале'],
  ['март', 'марта', 'марте'],
  ['апрель', 'апреля', 'апреле'],
  ['май', 'мая', 'мае'],
  ['июнь', 'июня', 'июне'],
  ['июль', 'июля', 'июле'],
  ['август', 'августа', 'августе'],
  ['сентябрь', 'сентября', 'сентябре'],
  ['октябрь', 'октября', 'октябре'],
  ['ноябрь', 'ноября', 'ноябре'],
  ['декабрь', 'декабря', 'декабре'],
] as const;

/** Name of the month of a date: 0 nominative, 1 genitive, 2 prepositional. */
export const monthName = (date: string, form: 0 | 1 | 2 = 0): string =>
  months[Number(date.slice(5, 7)) - 1]?.[form] ?? '';

/** «12 мая 2026 г.», as in the heading of a letter. */
export const longDate = (date: string): string =>
  `${Number(date.slice(8))} ${monthName(date, 1)} ${date.slice(0, 4)} г.`;

/** The same day of an earlier month, clipped to the 28th. */
export function monthsBefore(date: string, count: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - count;
  const day = Math.min(28, Number(date.slice(8)));
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(month / 12)}-${pad((month % 12) + 1)}-${pad(day)}`;
}
