import { addDays } from '#renderer/i18n/format/dates.ts';

export const presets = ['days30', 'quarter', 'year'] as const;
export type Preset = (typeof presets)[number];

/** Days, both included. */
export interface Period {
  from: string;
  to: string;
}

/** A preset up to today: the last thirty days, the quarter, the year. */
export function periodOf(preset: Preset, today: string): Period {
  const year = today.slice(0, 4);
  if (preset === 'year') return { from: `${year}-01-01`, to: today };
  if (preset === 'days30') return { from: addDays(today, -29), to: today };
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: today };
}

/** As many days, just before. */
export function periodBefore({ from, to }: Period): Period {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** The days of a week that lie within a period; `monday` is its first day. */
export function weekWithin({ from, to }: Period, monday: string): Period {
  const sunday = addDays(monday, 6);
  return { from: monday < from ? from : monday, to: sunday > to ? to : sunday };
}
