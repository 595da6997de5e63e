import { useClock } from '#renderer/data/directory.tsx';
import { formatDate, formatShortDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** An instant as short as it can be: today the time of day, this year the day and the time. */
export function useNearTime(): (at: number) => string {
  const t = useWords('queues');
  const clock = useClock();
  return (at) => {
    const day = clock.date(at);
    const today = clock.today();
    if (day === today) return clock.time(at);
    const told = day.slice(0, 4) === today.slice(0, 4) ? formatShortDate(day) : formatDate(day);
    return t('clockDay', { day: told, time: clock.time(at) });
  };
}
