import { addDays, weekdayOf } from '#renderer/i18n/format/dates.ts';

const weekdays: readonly (readonly string[])[] = [
  ['вс', 'воскресенье', 'su', 'sun', 'sunday'],
  ['пн', 'понедельник', 'mo', 'mon', 'monday'],
  ['вт', 'вторник', 'tu', 'tue', 'tuesday'],
  ['ср', 'среда', 'we', 'wed', 'wednesday'],
  ['чт', 'четверг', 'th', 'thu', 'thursday'],
  ['пт', 'пятница', 'fr', 'fri', 'friday'],
  ['сб', 'суббота', 'sa', 'sat', 'saturday'],
];
const words: Record<string, number> = { сегодня: 0, today: 0, завтра: 1, tomorrow: 1, вчера: -1, yesterday: -1 };

/**
 * What a person typed → `yyyy-mm-dd`; null when it is no date. `today` is the date in the branch.
 * Accepts `13.5`, `13.5.26`, `130526`, `13052026`, `2026-05-13`, `+3`, `-2`, `пт` (today or the next one), `завтра`.
 */
export function parseDate(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase().replaceAll('\u2212', '-');
  const shift = /^([+-]\d{1,4})$/.exec(text);
  if (shift) return addDays(today, Number(shift[1]));
  const word = words[text];
  if (word !== undefined) return addDays(today, word);
  const weekday = weekdays.findIndex((names) => names.includes(text));
  if (weekday >= 0) return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[./\-, ](\d{1,2})(?:[./\-, ](\d{2}|\d{4}))?\.?$/.exec(text);
  const solid = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(text);
  const found = parts ?? solid;
  if (!found) return null;
  return real(fullYear(found[3], today), Number(found[2]), Number(found[1]));
}

/** Two figures mean this century; none mean the current year. */
function fullYear(typed: string | undefined, today: string): number {
  if (!typed) return Number(today.slice(0, 4));
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
}

/** Refuses 31.02 and the like, which Date would silently move to the next month. */
function real(year: number, month: number, day: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2199 || moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return null;
  return moment.toISOString().slice(0, 10);
}
