/** Minutes of a day as a clock shows them: 540 → `09:00`; its end is `24:00`. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A time of day as people type it (`9`, `9:30`, `0930`, `24:00`) → minutes; null when it is none. */
export function parseClock(typed: string): number | null {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(typed.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 1440 ? total : null;
}
