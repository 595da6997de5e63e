import { withUnit } from '#renderer/i18n/format/sizes.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { WORKING_DAY, workingTimeParts } from '#renderer/pages/admin/sections/portal/working-time.ts';

/** Minutes of working time as people say them: «4 ч», «2 раб. дня», as `parseWorkingTime` reads them. */
export function useWorkingTimeWords(): (minutes: number, day?: number) => string {
  const t = useWords('builder');
  const common = useWords('common');
  return (minutes, day = WORKING_DAY) => {
    const parts = workingTimeParts(minutes, day);
    return [
      parts.days > 0 ? t(day === WORKING_DAY ? 'workingDays' : 'wholeDays', { count: parts.days }) : '',
      parts.hours > 0 ? withUnit(String(parts.hours), common('unit_hour')) : '',
      parts.minutes > 0 ? withUnit(String(parts.minutes), common('unit_minute')) : '',
    ]
      .filter(Boolean)
      .join(' ');
  };
}
