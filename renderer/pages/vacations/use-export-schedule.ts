import { formatDate } from '#renderer/i18n/format/dates.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { scheduleCsv } from '#renderer/pages/vacations/schedule-csv.ts';
import type { ScheduleLine } from '#shared/queries/service.ts';

/** Hands the schedule on show to the person's folder of downloads, as a table. */
export function useExportSchedule() {
  const t = useWords('vacations');
  return (lines: readonly ScheduleLine[], year: number) => {
    const head = (
      [
        'person',
        'position',
        'department',
        'branch',
        'type',
        'firstDay',
        'lastDay',
        'daysHead',
        'state',
        'substitute',
        'ticket',
      ] as const
    ).map((key) => t(key));
    const text = scheduleCsv(lines, {
      head,
      type: (type) => t(`${type}Leave`),
      state: (state) => t(`state_${state}`),
      date: formatDate,
    });
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${t('fileName', { year })}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
}
