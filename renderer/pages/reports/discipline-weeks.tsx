import { formatShortDate } from '#renderer/i18n/format/dates.ts';
import { formatCount } from '#renderer/i18n/format/money.ts';
import { ChartCard } from '#renderer/pages/reports/chart-card.tsx';
import { useDisciplineWords } from '#renderer/pages/reports/discipline-words.ts';
import { WeekBars } from '#renderer/pages/reports/week-bars.tsx';
import type { DisciplineReport } from '#shared/queries/control.ts';

const parts = ['inTime', 'late', 'overdue', 'pending', 'undated'] as const;
const tones = { inTime: 'green', late: 'light', overdue: 'red', pending: 'gray', undated: 'teal' } as const;

/** How what was due has been kept, by the week of the due day; a press on a week opens it. */
export function DisciplineWeeks(props: { weeks: DisciplineReport['weeks']; placeOf: (monday: string) => string }) {
  const { weeks, placeOf } = props;
  const words = useDisciplineWords();
  const { t } = words;
  const used = parts.filter((part) => weeks.some((week) => week[part] > 0));
  const series = used.map((part) => ({ name: part, label: t(`part_${part}`), tone: tones[part] }));
  return (
    <ChartCard title={t('weeks')} note={t('weeksNote')} legend={series} table={words.weeks(weeks)} placeOf={placeOf}>
      <WeekBars
        weeks={weeks.map((week) => ({
          from: week.from,
          parts: Object.fromEntries(used.map((part) => [part, week[part]])),
          label: t('weekLabel', { from: formatShortDate(week.from), count: week.total }),
          place: placeOf(week.from),
        }))}
        parts={series}
        valueText={formatCount}
      />
    </ChartCard>
  );
}
