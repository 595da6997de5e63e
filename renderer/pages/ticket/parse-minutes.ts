/** The longest that is noted down at once, in minutes: the limit of the command. */
const MOST = 10_000;

/** Time as people type it → whole minutes: `45`, `45 мин`, `1:20`, `1 ч 20 мин`, `1,5 ч`, `2h`. null when it is none. */
export function parseMinutes(typed: string): number | null {
  const text = typed.replace(/\s|\u00a0/g, '').toLowerCase();
  const minutes = /^(\d{1,5})(мин|м|min|m)?\.?$/.exec(text);
  const clock = /^(\d{1,3}):(\d{2})$/.exec(text);
  const hours = /^(\d{1,3}(?:[.,]\d{1,2})?)(?:ч|час|часа|часов|h)\.?(?:(\d{1,2})(?:мин|м|min|m)?\.?)?$/.exec(text);
  const found = minutes
    ? Number(minutes[1])
    : clock
      ? Number(clock[2]) < 60
        ? Number(clock[1]) * 60 + Number(clock[2])
        : null
      : hours
        ? Math.round(Number((hours[1] ?? '').replace(',', '.')) * 60) + Number(hours[2] ?? 0)
        : null;
  return found !== null && found >= 1 && found <= MOST ? found : null;
}
