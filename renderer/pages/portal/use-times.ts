import { useClock } from '#renderer/data/directory.tsx';
import { formatDate, formatShortDate } from '#renderer/i18n/format/dates.ts';
import { withUnit } from '#renderer/i18n/format/sizes.ts';
import { useWords } from '#renderer/i18n/words.ts';

const WORKING_DAY = 480;

/** How times are told in the portal. */
export function useTimes() {
  const t = useWords('portal');
  const common = useWords('common');
  const clock = useClock();
  /** Working minutes, about: `40 мин`, `4 ч`, `3 раб. дня`. */
  const about = (minutes: number): string => {
    if (minutes < 60) return withUnit(String(Math.max(1, Math.round(minutes))), common('unit_minute'));
    if (minutes < WORKING_DAY) return withUnit(String(Math.round(minutes / 60)), common('unit_hour'));
    return t('workingDays', { count: Math.round(minutes / WORKING_DAY) });
  };
  return {
    about,
    usual: (minutes: number): string => t('usual', { time: about(minutes) }),
    /** Since when: the time of today, otherwise the day. */
    since(instant: number): string {
      const day = clock.date(instant);
      const today = clock.today();
      if (day === today) return clock.time(instant);
      return day.slice(0, 4) === today.slice(0, 4) ? formatShortDate(day) : formatDate(day);
    },
  };
}
