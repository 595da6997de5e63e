import { useWords } from '#renderer/i18n/words.ts';
import { clockText } from '#renderer/pages/admin/sections/portal/clock-text.ts';
import type { RowOf } from '#shared/domain/registry.ts';

/** Shifts in one line: «пн–пт 09:00–18:00». */
export function useScheduleWords(): (schedule: RowOf<'queue'>['schedule']) => string {
  const t = useWords('builder');
  const common = useWords('common');
  const short = (day: number) => common(`weekdayShort${(day % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  return (schedule) => {
    if (!schedule) return t('branchHours');
    const days = [...schedule.days].sort();
    const [first, last] = [days[0], days.at(-1)];
    const run = first !== undefined && last !== undefined && last - first === days.length - 1 && days.length > 2;
    const which = run ? `${short(first)}–${short(last)}` : days.map(short).join(', ');
    return `${which} ${schedule.intervals.map(([from, to]) => `${clockText(from)}–${clockText(to)}`).join(', ')}`;
  };
}
