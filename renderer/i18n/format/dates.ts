/** Offsets from UTC in minutes of a branch, each in force from an instant on (null: since ever). */
export type Offsets = readonly { from: number | null; minutes: number }[];

const DAY = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');

/** Minutes from UTC in force at the instant; Moscow's when nothing is known. */
export function offsetAt(offsets: Offsets, instant: number): number {
  let minutes = offsets[0]?.minutes ?? 180;
  let since = Number.NEGATIVE_INFINITY;
  for (const one of offsets) {
    const from = one.from ?? Number.NEGATIVE_INFINITY;
    if (from <= instant && from >= since) [minutes, since] = [one.minutes, from];
  }
  return minutes;
}

/** Calendar date `yyyy-mm-dd` of an instant where clocks run `minutes` ahead of UTC. */
export function dateOf(instant: number, minutes: number): string {
  const moment = new Date(instant + minutes * 60_000);
  return `${moment.getUTCFullYear()}-${pad(moment.getUTCMonth() + 1)}-${pad(moment.getUTCDate())}`;
}

/** `2026-05-13` → `13.05.2026`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** `2026-05-13` → `13.05`, for narrow places. */
export function formatShortDate(date: string): string {
  return formatDate(date).slice(0, 5);
}

/** An instant → `14:02` where clocks run `minutes` ahead of UTC. */
export function formatTime(instant: number, minutes: number): string {
  const moment = new Date(instant + minutes * 60_000);
  return `${pad(moment.getUTCHours())}:${pad(moment.getUTCMinutes())}`;
}

/** An instant → `13.05.2026, 14:02`. */
export function formatInstant(instant: number, minutes: number): string {
  return `${formatDate(dateOf(instant, minutes))}, ${formatTime(instant, minutes)}`;
}

/** Whole days from one calendar date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY);
}

/** The calendar date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday … 6 for Saturday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay();
}

/** Zone as people in Russia say it: `МСК`, `МСК+4`; `prefix` is the word for Moscow in the language. */
export function zoneLabel(minutes: number, prefix: string): string {
  const ahead = (minutes - 180) / 60;
  if (ahead === 0) return prefix;
  return `${prefix}${ahead > 0 ? '+' : '\u2212'}${Math.abs(ahead)}`;
}
